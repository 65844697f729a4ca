import { useSignal } from "@preact/signals";
import { readWhatIf, type UnfitReason, UnfitWhatIf, writeWhatIf } from "../../../shared/recording/what-if-file.ts";
import { OpenFile } from "../../ui/open-file.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import type { Player } from "../player.ts";

/** Forgets the what-if, saves it as a file, or opens one; what does not fit is refused and says why. */
export function FileButtons({ player }: { readonly player: Player }) {
  const unfit = useSignal<UnfitReason | undefined>(undefined);
  const texts = whatIfTexts()!;
  const running = player.imagined.value?.whatIf;
  const open = async (chosen: File): Promise<void> => {
    unfit.value = undefined;
    try {
      player.imagine(readWhatIf(await chosen.text(), player.bound.peek()));
    } catch (error) {
      unfit.value = error instanceof UnfitWhatIf ? error.reason : "no-what-if";
    }
  };
  const save = (): void => {
    const text = writeWhatIf(running!, player.bound.peek());
    saveFile("what-if.json", new Blob([text], { type: "application/json" }));
  };
  const problem = unfit.value ? texts.unfit[unfit.value] : player.unimaginable.value && texts.unimaginable;
  return (
    <>
      {running && (
        <>
          <button type="button" data-testid="what-if-forget" onClick={() => player.imagine(undefined)}>
            {texts.cancel}
          </button>
          <button type="button" data-testid="what-if-save" onClick={save}>
            {texts.save}
          </button>
        </>
      )}
      <OpenFile
        label={texts.open}
        accept="application/json,.json"
        testId="what-if-file"
        onFile={(chosen) => void open(chosen)}
      />
      {problem && <span role="alert">{problem}</span>}
    </>
  );
}
