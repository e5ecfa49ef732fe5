// Loaded into the web server by `npm start`. Says when the server listens, and stops it when the process that started
// it is gone, however that went: a server left behind would keep the port.
import { subscribe } from "node:diagnostics_channel";

process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
subscribe("tracing:net.server.listen:asyncEnd", () => process.send?.("listening"));
