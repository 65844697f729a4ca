import { type Language, language, switchLanguage, texts } from "./locale.ts";

/** Each language in its own words, and in short where room is scarce. */
const LANGUAGES: Record<Language, { readonly name: string; readonly short: string }> = {
  en: { name: "English", short: "EN" },
  "pt-BR": { name: "Português", short: "PT" },
  es: { name: "Español", short: "ES" },
};

/** A real select, so that every device offers its own way to choose, under a short face of ours. */
export function LanguageSwitch() {
  return (
    <label class="language">
      <span class="visually-hidden">{texts().app.language}</span>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM2 12h20M12 2c6 6 6 14 0 20c-6-6-6-14 0-20z" />
      </svg>
      <span aria-hidden="true">{LANGUAGES[language.value].short}</span>
      <select
        data-testid="language"
        value={language.value}
        onChange={(event) => void switchLanguage(event.currentTarget.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([tag, { name }]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
