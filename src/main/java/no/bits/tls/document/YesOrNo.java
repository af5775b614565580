package no.bits.tls.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import no.bits.tls.document.DocumentReading.Code;

/** The answer to requirement 5.2.4: words, or boxes beside words. */
final class YesOrNo {

    private static final String YES = "Ja";

    private static final String NO = "Nei";

    private static final Pattern TOKEN = Pattern.compile(
            "(?<checked>[\\u2612\\u2611\\u2713\\u2714\\u25A0\\u2715\\u2717\\u2718]|[\\[(]\\s*[xXvV✓✔×]\\s*[])]|(?<![\\p{L}\\p{N}])[xX×](?![\\p{L}\\p{N}]))"
                    + "|(?<empty>[\\u2610\\u25A1\\u25CB\\u2B1C]|[\\[(]\\s*[])])"
                    + "|(?<![\\p{L}\\p{N}])(?:(?<yes>ja|yes|y|j)|(?<no>nei|no|n))(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNSUPPORTED = Pattern.compile(
            "(?:ikke|not)\\s+(?:ennå |yet )?(?:støtte|oppfylt|support|mulig|possible|fulfilled|implemented|innført)"
                    + "|støttes?\\s+ikke|unsupported|does\\s*n[o']t\\s+support|kan\\s+ikke|cannot|ikke ennå|not yet",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SUPPORTED = Pattern.compile("^\\W*(?:\\p{L}+ )?(?:støtte[st]?|støtter|supported|"
            + "supports|oppfylt|oppfylles|fulfilled|implemented|innført)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern TRANSLATION = Pattern.compile("\\([^()]*\\b(?:translated|dvs|i\\.e)[^()]*\\)");

    private static final Pattern PRINTED_CHOICE = Pattern
        .compile("^\\W*\\p{L}+\\W*(?:[/|,]|eller|or)?\\W*\\p{L}+\\W*$");

    private static final int LONGEST = 100;

    private YesOrNo() {
    }

    /** Whether a text is an answer and not an explanation of the question. */
    static boolean isAnswer(String text) {
        Matcher first = TOKEN.matcher(text.strip());
        return (text.strip().length() <= LONGEST && in(text).stream().anyMatch(Value::understood))
                || (first.find() && first.start() == 0);
    }

    /**
     * Reads the answer.
     * @param answer what somebody wrote or checked
     * @return {@code Ja} or {@code Nei}; nothing where it is blank; a doubt where it is
     * neither, as typed, with an empty text where only a mark stands there
     */
    static List<Value> in(String answer) {
        String plain = TRANSLATION.matcher(answer.replaceAll("\\s+", " ").strip()).replaceAll("");
        if (UNSUPPORTED.matcher(plain).find()) {
            return List.of(Value.of(NO));
        }
        List<MatchResult> tokens = TOKEN.matcher(plain).results().toList();
        boolean boxes = tokens.stream().anyMatch((token) -> isBox(token.group()));
        return boxes ? byBoxes(tokens) : byWords(plain);
    }

    private static List<Value> byBoxes(List<MatchResult> tokens) {
        List<String> checked = new ArrayList<>();
        boolean boxFirst = isBox(tokens.get(0).group());
        boolean anyChecked = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (isChecked(tokens.get(i).group())) {
                anyChecked = true;
                int beside = boxFirst ? i + 1 : i - 1;
                if (beside >= 0 && beside < tokens.size() && !isBox(tokens.get(beside).group())) {
                    checked.add(meaning(tokens.get(beside).group()));
                }
            }
        }
        if (checked.size() == 1) {
            return List.of(Value.of(checked.get(0)));
        }
        return anyChecked ? List.of(new Value("", false, Code.INBOUND_ENFORCEMENT_UNCLEAR)) : List.of();
    }

    private static List<Value> byWords(String plain) {
        List<String> words = TOKEN.matcher(plain).results().map((token) -> meaning(token.group())).distinct().toList();
        if (words.size() == 1) {
            return List.of(Value.of(words.get(0)));
        }
        if (words.size() > 1) {
            return leading(plain, words);
        }
        if (SUPPORTED.matcher(plain).find()) {
            return List.of(Value.of(YES));
        }
        return new Cell(0, 1, plain).isBlank() || plain.isEmpty() ? List.of()
                : List.of(new Value(plain, false, Code.INBOUND_ENFORCEMENT_UNCLEAR));
    }

    /** "Nei (no)" answers, "Ja / Nei" is the printed choice. */
    private static List<Value> leading(String plain, List<String> words) {
        return PRINTED_CHOICE.matcher(plain).matches() ? List.of() : List.of(Value.of(words.get(0)));
    }

    private static boolean isBox(String token) {
        return !token.matches("\\p{L}+") || token.equalsIgnoreCase("x");
    }

    private static boolean isChecked(String token) {
        return isBox(token) && !token.matches("[\\u2610\\u25A1\\u25CB\\u2B1C]|[\\[(]\\s*[])]");
    }

    private static String meaning(String token) {
        return token.matches("(?i)ja|yes|y|j") ? YES : NO;
    }

}
