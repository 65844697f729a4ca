/** The rows of a table as RFC 4180 has them: fields in quotes may hold commas, line ends and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, value, quoted]: [string[], string, boolean] = [[], "", false];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') value += c;
      else if (text[i + 1] === '"') value += text[++i];
      else quoted = false;
    } else if (c === '"' && value === "") quoted = true;
    else if (c === ",") {
      row.push(value);
      value = "";
    } else if (c === "\r" && text[i + 1] === "\n") {
      rows.push([...row, value]);
      [row, value] = [[], ""];
      i++;
    } else value += c;
  }
  if (quoted || value !== "" || row.length > 0) throw new Error("the table does not end with a line's end");
  return rows;
}
