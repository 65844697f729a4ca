/** A header as it stands in a file, of any format. */
export type RawHeader = Readonly<Record<string, unknown>>;

/** Turns a recording of one format into the next; pure, and never changed once released. */
export interface Migration {
  /** `recording/N`: what it leads to. */
  readonly id: `recording/${number}`;
  readonly header: (header: RawHeader) => RawHeader;
  readonly line: (line: string) => string;
}

/** From format 1 on, each leads to the format after it. */
export const MIGRATIONS: readonly Migration[] = inOrder([
  {
    // Keyframes, their checks and the footer came with format 2; what had none has none.
    id: "recording/2",
    header: (header) => ({ ...header, format: 2 }),
    line: (line) => line,
  },
]);

/** @throws RangeError for a list in which a number is missing, or comes twice */
export function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  for (const [i, { id }] of migrations.entries()) {
    if (id !== `recording/${i + 2}`) throw new RangeError(`migration ${i + 1} is ${id}, not recording/${i + 2}`);
  }
  return migrations;
}

/** What brings a recording of an older format to the newest. @param format 1 … FORMAT */
export function migrationFrom(format: number, migrations = MIGRATIONS): Omit<Migration, "id"> {
  const steps = migrations.slice(format - 1);
  return {
    header: (header) => steps.reduce((made, step) => step.header(made), header),
    line: (line) => steps.reduce((made, step) => step.line(made), line),
  };
}
