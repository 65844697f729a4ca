/** What this browser holds for a class, kept under the names that every page of the product uses. */
export interface ClassKeys {
  /** The teacher's key: commands every class of theirs. */
  readonly hostKey?: string;
  /** Shows one class, commands nothing. */
  readonly stageKey?: string;
  /** The class in the journal, for its replay. */
  readonly classId?: string;
}

type Store = Pick<Storage, "getItem" | "setItem">;

const HOST = "fire-together.hostKey";
const classStore = (code: string): string => `fire-together.class.${code}`;
/** 256 bits in base64url; anything else in a link is not a key. */
const KEY = /^[\w-]{43}$/;

/**
 * Takes the keys that a link brought in its fragment (`#host=…`, `#stage=…`) into the browser's store, then reads what
 * the store holds for this class.
 */
export function takeKeys(code: string, fragment: string, store: Store): ClassKeys {
  const brought = new URLSearchParams(fragment.replace(/^#/, ""));
  const kept = readKept(store.getItem(classStore(code)));
  const host = brought.get("host");
  if (host && KEY.test(host)) store.setItem(HOST, host);
  const stage = brought.get("stage");
  const own = stage && KEY.test(stage) ? { ...kept, stageKey: stage } : kept;
  if (own !== kept) store.setItem(classStore(code), JSON.stringify(own));
  const hostKey = store.getItem(HOST);
  return { ...own, ...(hostKey && KEY.test(hostKey) ? { hostKey } : {}) };
}

function readKept(text: string | null): Omit<ClassKeys, "hostKey"> {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? "{}");
  } catch {
    // Someone else's writing under our name: as good as nothing.
    return {};
  }
  const { stageKey, classId } = (kept ?? {}) as Record<string, unknown>;
  return {
    ...(typeof stageKey === "string" && KEY.test(stageKey) ? { stageKey } : {}),
    ...(typeof classId === "string" ? { classId } : {}),
  };
}
