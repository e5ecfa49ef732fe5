import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Result = Awaited<ReturnType<Adapter["queryRaw"]>>;
type Fields = { rows: Result["rows"]; fields: { dataTypeID: number }[] };

// Types of Postgres by their number: "char", which only its own catalogue uses, and text.
const CHAR = 18;
const TEXT = 25;

/**
 * The SQL that changes the tables of a database into those of the schema in `schemaFolder`; empty when they are the
 * same. Prisma's own engine makes it, as WebAssembly, because the usual one is a download. It knows tables, columns,
 * keys and plain indexes, and leaves checks, exclusions, partial indexes and policies as they are.
 */
export async function sqlTowardsSchema(databaseUrl: string, schemaFolder: string): Promise<string> {
  const names = readdirSync(schemaFolder).filter((name) => name.endsWith(".prisma")).sort();
  const files = names.map((name) => ({ path: name, content: readFileSync(join(schemaFolder, name), "utf8") }));
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const reader = new CatalogueReader({ connectionString: databaseUrl });
  const { SchemaEngine } = await loadedEngine();
  const running = await SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(reader));
  try {
    const { exitCode, stdout } = await running.diff({
      from: { tag: "schemaDatasource", files, configDir: schemaFolder },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  } finally {
    await reader.disconnect();
  }
}

/** Prisma's adapter stumbles over the type "char"; its engine wants to see a character there. */
class CatalogueReader extends PrismaPg {
  readonly #adapters: Adapter[] = [];

  /** The engine leaves its connections open. */
  async disconnect(): Promise<void> {
    for (const adapter of this.#adapters) await adapter.dispose();
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    this.#adapters.push(adapter);
    const internals = adapter as unknown as { performIO(query: unknown): Promise<Fields> };
    const columns = new WeakMap<Result["rows"], number[]>();
    const performIO = internals.performIO.bind(adapter);
    internals.performIO = async (query) => {
      const result = await performIO(query);
      columns.set(result.rows, result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : [])));
      for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
      return result;
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of columns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

let loaded: Promise<typeof engine> | undefined;

/** The package expects a bundler that loads WebAssembly and a place to leave its last words; Node has neither. */
function loadedEngine(): Promise<typeof engine> {
  loaded ??= (async () => {
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) } });
    const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const module = await WebAssembly.compile(readFileSync(script.replace(/\.js$/, ".wasm")));
    const imports = { "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports };
    const instance = await WebAssembly.instantiate(module, imports);
    (engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }).__wbg_set_wasm(instance.exports);
    (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
    return engine;
  })();
  return loaded;
}
