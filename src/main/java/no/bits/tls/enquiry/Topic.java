package no.bits.tls.enquiry;

import java.util.List;
import java.util.regex.Pattern;

import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailGuess;

/** What an enquiry is about, and the words by which it is recognised. */
enum Topic {

    /** Contacts, domains or a name change. */
    REGISTER_CHANGE("registerChange", "en endring", "a change",
            "ny administrator|ny kontakt\\w*|ny teknisk kontakt|bytt\\w* kontakt\\w*|endr\\w{0,4} (?:av )?\\w*(?:adresse|kontakt|navn)\\w*"
                    + "|nytt domene|nye domener|legge til|navneendring|fusjon\\w*|new (?:administrator|contact|domain)"
                    + "|change of|add (?:a|the|our) domain|merger"),

    /** A participant asks for the others' technical contacts (requirement 5.3.5). */
    CONTACT_LIST_REQUEST("contactListRequest", "ønske om kontaktlisten", "a request for the contact list",
            "kontaktliste\\w*|tekniske kontakter|teknisk kontakt hos|liste over kontakt\\w*|contact list"
                    + "|technical contacts|list of contacts"),

    /** A participant leaves. */
    WITHDRAWAL("withdrawal", "en utmelding", "a withdrawal",
            "utmeld\\w*|meld\\w* (?:oss |dere |seg )?ut\\b|trekke oss|fjern\\w* (?:oss|domenet|domenene)|slett\\w* (?:oss|domenet)"
                    + "|withdraw\\w*|remove (?:us|our domain)|leave the scheme"),

    /** Anything else that somebody wants to know. */
    QUESTION("enquiry", "et spørsmål", "a question",
            "spørsmål|lurer på|hvordan|kan dere|question\\w*|how do|could you|\\?");

    private final String kind;

    private final String norwegian;

    private final String english;

    private final Pattern words;

    Topic(String kind, String norwegian, String english, String words) {
        this.kind = kind;
        this.norwegian = norwegian;
        this.english = english;
        this.words = Pattern.compile("(?<!\\w)(?:" + words + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The name by which the inbox knows it. */
    String kind() {
        return this.kind;
    }

    /** With its article, for a sentence. */
    String norwegian() {
        return this.norwegian;
    }

    /** With its article, for a sentence. */
    String english() {
        return this.english;
    }

    /** The words of a mail that speak for this topic, as sentences for staff. */
    List<String> signs(IncomingMail mail) {
        return MailGuess.wordsIn(mail, this.words);
    }

}
