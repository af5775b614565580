package no.bits.tls.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import no.bits.tls.calendar.Language;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;

/**
 * What a person at the desk reads: what their browser asks for first, and Norwegian where
 * it asks for nothing. The same choice as Tasklist's and Cockpit's.
 */
public enum DeskLanguage {

    /** Norwegian, bokmål. */
    NORWEGIAN,

    /** English, for all who do not ask for a Norwegian page. */
    ENGLISH;

    private static final List<String> NORWEGIAN_CODES = List.of("nb", "nn", "no");

    /**
     * The language of whom the current request came from.
     * @return Norwegian where there is no request
     */
    public static DeskLanguage ofReader() {
        return Optional.ofNullable(LocaleContextHolder.getLocaleContext())
            .map(LocaleContext::getLocale)
            .map(DeskLanguage::of)
            .orElse(NORWEGIAN);
    }

    /**
     * The language of whom a request comes from, for filters: no controller has been
     * called yet.
     */
    public static DeskLanguage of(HttpServletRequest request) {
        return (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) ? of(request.getLocale()) : NORWEGIAN;
    }

    private static DeskLanguage of(Locale locale) {
        return NORWEGIAN_CODES.contains(locale.getLanguage()) ? NORWEGIAN : ENGLISH;
    }

    /**
     * Chooses between the same words in two languages.
     * @param norwegian the words in Norwegian
     * @param english the words in English
     * @return the words in this language
     */
    public String of(String norwegian, String english) {
        return (this == NORWEGIAN) ? norwegian : english;
    }

    /** How dates, and what stands in mails too, are written in this language. */
    public Language written() {
        return (this == NORWEGIAN) ? Language.NORWEGIAN : Language.ENGLISH;
    }

    /** The code for a page's {@code lang}. */
    public String code() {
        return of("nb", "en");
    }

}
