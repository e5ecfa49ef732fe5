import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import type { SMTPServerDataStream } from "smtp-server";
import { readMime } from "#tests/support/mime";
import type { MimePart } from "#tests/support/mime";

/** A mail as the server took it in. */
export type ReceivedMail = {
  /** The addresses of the envelope, as given with MAIL FROM and RCPT TO. */
  from: string;
  to: readonly string[];
  raw: string;
  message: MimePart;
};

export type SmtpBehaviour = {
  /** Addresses that are refused, each with the status it gets: 550 for unknown, 451 for later. */
  refused?: Record<string, number>;
  /** The status for every message after its text came in: 554 for unwanted, 452 for full. */
  refusedMessages?: number;
  /** How long the server thinks before it takes a message, in milliseconds. */
  slowness?: number;
  /** Takes the message in, and breaks the connection before it says so. */
  breaksAfterData?: boolean;
};

export type SmtpOptions = {
  host?: string;
  /** With a certificate the server speaks TLS: from the start, or after STARTTLS. */
  tls?: { key: string; cert: string; from: "start" | "starttls" };
};

/** A real mail server on this machine that keeps what it gets, and misbehaves when asked. */
export class SmtpBox {
  readonly mails: ReceivedMail[] = [];
  behaviour: SmtpBehaviour = {};
  private readonly options: SmtpOptions;
  private readonly sockets = new Set<Socket>();
  private server: SMTPServer | null = null;
  private port = 0;

  constructor(options: SmtpOptions) {
    this.options = options;
  }

  get url(): string {
    const scheme = this.options.tls?.from === "start" ? "smtps" : "smtp";
    return `${scheme}://${this.options.host ?? "127.0.0.1"}:${this.port}`;
  }

  /** Starts listening, when it does not yet; on the same port as before. */
  async start(): Promise<void> {
    if (this.server) return;
    this.server = this.makeServer();
    const listener = this.server.listen(this.port, "127.0.0.1");
    listener.on("connection", (socket: Socket) => this.sockets.add(socket.on("close", () => this.sockets.delete(socket))));
    await once(listener, "listening");
    this.port = (listener.address() as AddressInfo).port;
  }

  /** Breaks all connections and stops listening, as a server that goes down does. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    const closed = new Promise<void>((resolve) => server.close(resolve));
    this.breakConnections();
    await closed;
  }

  /** Waits until this many mails have come in; fails after a while. */
  async received(count: number, patience = 40_000): Promise<readonly ReceivedMail[]> {
    for (const end = Date.now() + patience; this.mails.length < count; await sleep(20)) {
      if (Date.now() > end) throw new Error(`Expected ${count} mails, got ${this.mails.length}.`);
    }
    return this.mails;
  }

  private makeServer(): SMTPServer {
    const { tls } = this.options;
    const server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      hideSTARTTLS: !tls,
      secure: tls?.from === "start",
      key: tls?.key,
      cert: tls?.cert,
      closeTimeout: 10,
      onRcptTo: (address, _session, callback) => callback(refusal(this.behaviour.refused?.[address.address])),
      onData: (stream, session, callback) => {
        const { mailFrom, rcptTo } = session.envelope;
        this.takeIn(stream, mailFrom ? mailFrom.address : "", rcptTo.map(({ address }) => address)).then(callback, callback);
      },
    });
    // Connections break in these tests on purpose.
    server.on("error", () => {});
    return server;
  }

  private async takeIn(stream: SMTPServerDataStream, from: string, to: string[]): Promise<Error | null> {
    const raw = Buffer.concat(await stream.toArray()).toString("latin1");
    await sleep(this.behaviour.slowness ?? 0);
    if (this.behaviour.refusedMessages) return refusal(this.behaviour.refusedMessages);
    this.mails.push({ from, to, raw, message: readMime(raw) });
    if (this.behaviour.breaksAfterData) this.breakConnections();
    return null;
  }

  private breakConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

/** Starts a mail server; stop it after the test. */
export async function startSmtp(options: SmtpOptions = {}): Promise<SmtpBox> {
  const box = new SmtpBox(options);
  await box.start();
  return box;
}

function refusal(status: number | undefined): Error | null {
  return status ? Object.assign(new Error("refused by the test"), { responseCode: status }) : null;
}
