package corpus

import "testing"

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The dam is full, and the ministry expects it to remain so.":                        "en",
		"Der Damm ist voll, und das Ministerium erwartet, dass es so bleibt.":               "de",
		"Le barrage est plein et le ministère prévoit qu’il le restera.":                    "fr",
		"La presa está llena y el ministerio espera que siga así durante el verano.":        "es",
		"Экономика страны выросла на пять процентов в прошлом году, сообщает министерство.": "ru",
		"Барāж":                          "",
		"Full":                           "",
		"2024: 5%, 6%, 7% ... 1,000,000": "",
		"":                               "",
	} {
		if got := language(text); got != want {
			t.Errorf("%q is in %q, want %q", text, got, want)
		}
	}
}

func TestLanguageCode(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "en", "en-GB": "en", "EN_us": "en", "pt-BR": "pt", "zh-Hans-CN": "zh", " de ": "de",
		"english": "", "x-default": "", "e1": "", "": "",
	} {
		if got := languageCode(tag); got != want {
			t.Errorf("%q is %q, want %q", tag, got, want)
		}
	}
}
