import { type ReadonlySignal, signal } from "@preact/signals";
import type { Report } from "../../shared/recording/report.ts";
import type { TableName } from "../../shared/recording/tables.ts";
import { saveFile } from "../ui/save-file.ts";
import type { Link } from "./link.ts";

/** What a class can be taken home as. */
export interface Keepsakes {
  /** What the class leaves to talk over, once it was asked for. */
  readonly report: ReadonlySignal<Report | undefined>;
  /** Asks for the report, or closes it. */
  showReport(open: boolean): void;
  /** Hands the browser one of the tables to save. @param imagined  of the class as it would have been */
  saveTable(name: TableName, imagined: boolean): void;
}

export function keepsakes(link: Link): Keepsakes {
  const report = signal<Report | undefined>(undefined);
  link.on("report", (message) => {
    report.value = message.report;
  });
  link.on("table", ({ file: { name, text } }) => saveFile(name, new Blob([text], { type: "text/csv;charset=utf-8" })));
  return {
    report,
    showReport(open) {
      if (open) link.post({ kind: "report" });
      else report.value = undefined;
    },
    saveTable: (name, imagined) => link.post({ kind: "table", name: `${name}.csv`, imagined }),
  };
}

/** Hands the browser a recording to save, as it came. */
export function saveRecording(title: string, file: Uint8Array<ArrayBuffer>): void {
  const gzipped = file[0] === 0x1f && file[1] === 0x8b;
  saveFile(`${title}.ndjson${gzipped ? ".gz" : ""}`, new Blob([file]));
}
