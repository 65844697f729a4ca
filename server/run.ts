import { announcement } from "./addresses.ts";
import { containStray } from "./classroom/containment.ts";
import { ClusterError } from "./cluster/cluster.ts";
import { describeConfig, readConfig } from "./config.ts";
import { JournalError } from "./journal/store.ts";
import { log } from "./log.ts";
import { type RunningServer, type StartOptions, startServer } from "./main.ts";
import { startWatchdog } from "./watchdog.ts";

/** Runs the server as the whole program: settings from the environment, what people need on the terminal, signals. */
export async function run(options: StartOptions = {}): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) return giveUp(["The settings are not right:", ...read.problems.map((problem) => `  ${problem}`)]);
  const { config } = read;
  let server: RunningServer;
  try {
    server = await startServer(config, options);
  } catch (error) {
    return giveUp(startComplaint(error, config.port));
  }
  console.log(`\nSettings:\n${describeConfig(config)}`);
  console.log(announcement(server.urls(), process.stdout.isTTY));
  stopOnSignals(server);
  startWatchdog();
}

/** What to tell whoever started the server about why it did not. */
function startComplaint(error: unknown, port: number): string[] {
  if (error instanceof JournalError) return ["The journal cannot be opened.", `  ${error.message}`];
  if (error instanceof ClusterError) return ["The other processes cannot be joined.", `  ${error.message}`];
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return [`Port ${port} is taken: is Fire Together running already? Otherwise choose another: PORT=2568 npm start`];
  }
  if (code === "EACCES") return [`Port ${port} may not be used by this user: choose one above 1024.`];
  return ["The server could not start.", error instanceof Error ? (error.stack ?? error.message) : String(error)];
}

function giveUp(lines: readonly string[]): void {
  console.error(`\n${lines.join("\n")}\n`);
  process.exitCode = 1;
}

function stopOnSignals(server: RunningServer): void {
  let stopping = false;
  const stop = (exitCode: number): void => {
    // A second Ctrl+C is from somebody who does not want to wait.
    if (stopping) process.exit(exitCode || 130);
    stopping = true;
    server.close().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ error }, "the server did not close in order");
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      console.log("\nClosing: classes are told and everything is written down.");
      stop(0);
    });
  }
  // A forgotten promise spoils at most what it was for; ending every class over it would be worse.
  process.on("unhandledRejection", (error) => {
    if (!containStray(error, "promise")) log.error({ error }, "a promise was rejected and nobody looked");
  });
  // What comes from a room stays there. After any other throw that nobody caught the program's state is anybody's guess:
  // save what there is and stop; the classes go on from the journal.
  process.on("uncaughtException", (error) => {
    if (containStray(error, "timer")) return;
    log.fatal({ error }, "an exception that nobody caught");
    stop(1);
  });
}
