package no.bits.tls.document;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Words that ask for something, such as {@code E-post til teknisk kontakt}: recognised by
 * their meaning in Norwegian and English, in any order and with a few foreign words among
 * them.
 *
 * @param words what its words mean
 * @param certain whether all its words are known as words of a label
 */
record Label(Set<Word> words, boolean certain) {

    private static final int LONGEST = 110;

    private static final Pattern PLURAL = Pattern.compile("\\((?:s|r|er|e|ne|ene|n)\\)");

    private static final Pattern HINT = Pattern.compile("\\([^()]*\\)");

    private static final Pattern SENTENCE = Pattern.compile("(?:\\S+\\s+){5,}.*\\p{L}{3,}[.!]", Pattern.DOTALL);

    private static final Pattern NUMBERING = Pattern.compile("^\\s*(?:\\d{1,2}|[a-z])[.)]\\s+");

    private static final Pattern REQUIREMENT = Pattern.compile("5\\s?[.,]\\s?2\\s?[.,]\\s?4");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern ELECTRONIC = Pattern.compile("\\be[-\\u2010\\u2011\\u2013 ]?(?=mail|post)");

    /**
     * The label that a text is.
     * @param text a whole cell, or what stands before a colon
     * @return its meaning, or nothing where it asks for nothing that we know
     */
    static Optional<Label> of(String text) {
        if (text.length() > LONGEST || text.indexOf('@') >= 0 || text.contains(Cell.PICTURE)
                || SENTENCE.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        Set<Word> words = EnumSet.noneOf(Word.class);
        int known = 0;
        int foreign = 0;
        for (String word : BETWEEN_WORDS.split(simplified(text))) {
            if (!word.isEmpty()) {
                boolean meant = addMeaning(word, words);
                known += meant ? 1 : 0;
                foreign += meant ? 0 : 1;
            }
        }
        boolean asks = words.stream().anyMatch(Word::asks) && (known > 1 || !words.contains(Word.REQUIREMENT));
        return (asks && 2 * foreign <= known) ? Optional.of(new Label(words, foreign == 0)) : Optional.empty();
    }

    private static String simplified(String text) {
        String plain = NUMBERING.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
        plain = HINT.matcher(PLURAL.matcher(plain).replaceAll("")).replaceAll(" ");
        return ELECTRONIC.matcher(REQUIREMENT.matcher(plain).replaceAll(" krav524 ")).replaceAll("e");
    }

    private static boolean addMeaning(String word, Set<Word> words) {
        boolean meant = false;
        for (Word candidate : Word.values()) {
            if (candidate.matches(word)) {
                words.add(candidate);
                meant = true;
            }
        }
        return meant;
    }

    /**
     * What it asks for.
     * @param appendix the form that it stands in, if known
     * @param owner whom the labels before it were about, for labels such as "Telephone"
     * @return the field, or nothing where no form of ours asks for it
     */
    Optional<FormField> field(@Nullable Appendix appendix, @Nullable Word owner) {
        if (has(Word.REQUIREMENT) || has(Word.INBOUND)) {
            return Optional.of(FormField.INBOUND_ENFORCEMENT);
        }
        Word about = owner().orElse(null);
        if (about == Word.CONTACT && appendix == Appendix.COMPANY_FORM) {
            about = has(Word.NAME) ? null : Word.TECHNICAL;
        }
        if (about != null) {
            return about.fieldFor(this);
        }
        return ownerless(appendix).or(() -> (owner != null && isBare()) ? owner.fieldFor(this) : Optional.empty());
    }

    /** The role whose name, address or telephone it asks for. */
    Optional<Word> owner() {
        return Word.OWNERS.stream().filter(this::has).findFirst();
    }

    private Optional<FormField> ownerless(@Nullable Appendix appendix) {
        boolean declaration = appendix != Appendix.COMPANY_FORM;
        if (has(Word.DATE)) {
            boolean enrolment = !declaration || (appendix == null && has(Word.ENROLMENT));
            return Optional.of(enrolment ? FormField.ENROLMENT_DATE : FormField.DECLARATION_DATE);
        }
        if (has(Word.SIGNATURE) || (has(Word.MANAGER) && declaration && this.certain)) {
            return Optional.of(has(Word.NAME) || !has(Word.SIGNATURE) ? FormField.SIGNATORY : FormField.SIGNATURE);
        }
        if (has(Word.DOMAIN)) {
            return Optional.of(FormField.DOMAIN);
        }
        return organisational().or(() -> bare(appendix));
    }

    private Optional<FormField> organisational() {
        if (!has(Word.ORGANISATION) || has(Word.MAIL) || has(Word.PHONE)) {
            return Optional.empty();
        }
        return Optional.of(has(Word.NUMBER) ? FormField.ORGANISATION_NUMBER : FormField.ORGANISATION);
    }

    private Optional<FormField> bare(@Nullable Appendix appendix) {
        if (appendix != Appendix.DECLARATION || has(Word.PHONE)) {
            return Optional.empty();
        }
        return Optional.of(has(Word.MAIL) ? FormField.CONTACT_EMAIL : FormField.SIGNATORY)
            .filter((field) -> has(Word.MAIL) || has(Word.NAME));
    }

    private boolean isBare() {
        return has(Word.MAIL) || has(Word.PHONE) || has(Word.NAME);
    }

    private boolean has(Word word) {
        return this.words.contains(word);
    }

    /** What a word of a label can mean. */
    enum Word {

        /** Requirement 5.2.4. */
        REQUIREMENT("krav524"),
        /** Inbound mail. */
        INBOUND("innkommende|inbound|incoming"),
        /** The administrator of the scheme. */
        ADMINISTRATOR(".*administrator.*|admin"),
        /** The technical contact. */
        TECHNICAL("tekn.*|technical|tech"),
        /** The contact person. */
        CONTACT("kontakt.*|contact.*"),
        /** A name. */
        NAME(".*navn|navnet|name|names|fullname|blokkbokstaver|print"),
        /** A mail address. */
        MAIL("epost.*|email.*|mail.*"),
        /** A telephone number. */
        PHONE("tlf.*|tel|.*telefon.*|.*phone.*|mobil.*"),
        /** A mail domain. */
        DOMAIN(".*dom[ae]i?n(?:e|et|er|ene|s|enavn|name|names)?"),
        /** A date. */
        DATE(".*dato|datoen|date|dated"),
        /** The enrolment. */
        ENROLMENT(".*innmeld.*|påmeld.*|enrol.*|registr.*|tilslutning.*"),
        /** A signature. */
        SIGNATURE("sign|sign(?:ed|ert|ering|atur.*|atory|ing)|underskr.*|undertegne.*"),
        /** The organisation. */
        ORGANISATION("org|orgn.*|.*organi[sz]a[st]jon.*|organi[sz]ation.*|virksomhet.*|foretak.*|"
                + "selskap.*|firma.*|bedrift.*|company|companyid|business|enterprise|entity"),
        /** A number. */
        NUMBER("nr|no|num|number|.*nummer|.*nummeret|.+nr|id|companyid|identification|identifikasjon.*"),
        /** The IT manager. */
        MANAGER(".*ansvarlig.*|.*leder.*|.*sjef.*|.*direktør.*|manager|head|director|cio"),
        /** Words that say nothing by themselves. */
        FILLER("på|til|for|med|av|i|og|eller|som|den|det|ved|er|om|hos|fra|the|of|a|an|and|or|to|in|with|at|by|is|on|"
                + "our|your|vår|deres|will|vil|shall|skal|this|dette|tvungen|forced|tls|krav.*|requirement.*|"
                + "støtte.*|support.*|adresse.*|address.*|generisk|generic|felles|person|responsible|it|list|"
                + "liste.*|domeneliste.*|oppdatering.*|updat.*|sted|place|utfylt|ordning.*|scheme|full|"
                + "following|følgende|ønske.*|which|hvilke|juridisk|legal|declaration|erklæring.*");

        static final Set<Word> OWNERS = EnumSet.of(ADMINISTRATOR, TECHNICAL, CONTACT);

        private final Pattern pattern;

        Word(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        boolean matches(String word) {
            return this.pattern.matcher(word).matches();
        }

        boolean asks() {
            return this != FILLER && this != NUMBER && this != ENROLMENT;
        }

        Optional<FormField> fieldFor(Label label) {
            boolean mail = label.has(MAIL);
            return switch (this) {
                case ADMINISTRATOR -> Optional.of(mail ? FormField.ADMINISTRATOR_EMAIL : FormField.ADMINISTRATOR_NAME)
                    .filter((field) -> !label.has(PHONE));
                case TECHNICAL -> Optional.of(mail ? FormField.TECHNICAL_EMAIL : FormField.TECHNICAL_PHONE)
                    .filter((field) -> mail || label.has(PHONE));
                case CONTACT -> Optional.of(mail ? FormField.CONTACT_EMAIL : FormField.CONTACT_NAME)
                    .filter((field) -> !label.has(PHONE));
                default -> Optional.empty();
            };
        }

    }

}
