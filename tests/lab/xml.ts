/** An element of an XML text, as far as a drawing needs it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const TOKEN = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)="([^"<]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const plain = (text: string): string =>
  text.replace(/&([^;]*);?/g, (all, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined || !all.endsWith(";")) throw new Error(`"${all}" is no entity`);
    return character;
  });

/** Reads strictly: whatever is not well-formed throws. */
export function parseXml(source: string): XmlElement {
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: XmlElement[];
    text: string;
  }
  const top: Open = { name: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [top];
  TOKEN.lastIndex = 0;
  let read = 0;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
    read = TOKEN.lastIndex;
    const [, closing, name, attributes = "", empty, text] = token;
    const here = open.at(-1)!;
    if (text !== undefined) {
      here.text += plain(text);
    } else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, plain(value!)] as const);
      if (new Set(pairs.map(([key]) => key)).size < pairs.length)
        throw new Error(`an attribute of <${name}> is there twice`);
      const element: Open = { name: name!, attributes: Object.fromEntries(pairs), children: [], text: "" };
      here.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (read < source.length) throw new Error(`not well-formed at ${JSON.stringify(source.slice(read, read + 40))}`);
  if (open.length !== 1 || top.children.length !== 1) throw new Error("not one element, closed");
  return top.children[0]!;
}

/** The element and all below it. */
export const everyElement = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(everyElement)];
