package no.bits.tls.document;

import java.util.List;
import java.util.stream.Collectors;

import no.bits.tls.document.DocumentReading.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers in the ways people write them. */
class UnderstandingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.no, b.no;c.no                            | a.no b.no c.no
            a.no og b.no samt c.no and d.no            | a.no b.no c.no d.no
            a.no / b.no                                | a.no b.no
            a.no/b.no                                  | a.no b.no
            https://www.a.no/kontakt                   | a.no
            @a.no, *.b.no, post@c.no                   | a.no b.no c.no
            • a.no • b.no                              | a.no b.no
            1. a.no 2. b.no - c.no                     | a.no b.no c.no
            Blåbær.no (og bare det)                    | xn--blbr-roah.no
            A.NO. B.no.                                | a.no b.no
            a.no, a.no                                 | a.no
            ____a.no; b.no______                       | a.no b.no
            a.no (inkl. underdomener)                  | a.no
            """)
    void domains(String written, String understood) {
        assertThat(values(FormField.DOMAIN, written)).isEqualTo(understood);
    }

    @Test
    void aWordThatIsNoDomainStaysAsTyped() {
        assertThat(Understanding.of(FormField.DOMAIN, "a.no, bank_no")).containsExactly(Value.of("a.no"),
                Value.asTyped("bank_no"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-03                     | 2026-11-03
            03.11.2026                     | 2026-11-03
            3.11.26                        | 2026-11-03
            3/11-2026                      | 2026-11-03
            10/11-2026                     | 2026-11-10
            10/11 2026                     | 2026-11-10
            3. november 2026               | 2026-11-03
            3 nov. 2026                    | 2026-11-03
            tirsdag 3. november 2026       | 2026-11-03
            Oslo, den 3. desember 2026     | 2026-12-03
            November 3, 2026               | 2026-11-03
            3rd of May 2026                | 2026-05-03
            Oct 3rd, 2026                  | 2026-10-03
            13/11/2026                     | 2026-11-13
            11/13/2026                     | 2026-11-13
            11/11/2026                     | 2026-11-11
            ____0 5 / 1 1 - 2 0 2 6____    | 2026-11-05
            __ 05 / 11 - 2026 __           | 2026-11-05
            20261103                       | 2026-11-03
            2026/11/03                     | 2026-11-03
            """)
    void dates(String written, String understood) {
        assertThat(Understanding.of(FormField.ENROLMENT_DATE, written)).containsExactly(Value.of(understood));
    }

    @Test
    void aDateOfNumbersAndSlashesHasTwoReadings() {
        assertThat(Understanding.of(FormField.ENROLMENT_DATE, "11/03/2026"))
            .containsExactly(new Value("2026-03-11", true, Code.AMBIGUOUS_DATE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "31.02.2026", "snarest", "3. november" })
    void whatIsNoDateStaysAsTyped(String written) {
        assertThat(Understanding.of(FormField.ENROLMENT_DATE, written)).containsExactly(Value.asTyped(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            22 00 40 19                           | +4722004019
            22004019                              | +4722004019
            Tlf. +47 38 00 23 79 (kontortid)      | +4738002379
            38 00 23 79 (kl. 08-16)               | +4738002379
            0047 900 12 345                       | +4790012345
            (+47) 900 12 345                      | +4790012345
            +47-22-00-40-19                       | +4722004019
            47 22 00 40 19                        | +4722004019
            mobil: 900.12.345                     | +4790012345
            +46 8 123 456 78                      | +46812345678
            +44 (0)20 7946 0958                   | +442079460958
            22004019 / 90012345                   | +4722004019
            """)
    void telephoneNumbers(String written, String understood) {
        assertThat(Understanding.of(FormField.TECHNICAL_PHONE, written)).containsExactly(Value.of(understood));
    }

    @ParameterizedTest
    @ValueSource(strings = { "02000", "ring oss", "123456789012345678901" })
    void whatIsNoTelephoneNumberStaysAsTyped(String written) {
        assertThat(Understanding.of(FormField.TECHNICAL_PHONE, written)).containsExactly(Value.asTyped(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tls@bank.no                       | tls@bank.no
            Kari Nordmann <tls@bank.no>       | tls@bank.no
            mailto:tls@bank.no                | tls@bank.no
            E-post: tls@Bank.no.              | tls@bank.no
            _____tls@bank.no_____.            | tls@bank.no
            tls (at) bank.no                  | tls@bank.no
            a@bank.no; b@bank.no              | a@bank.no b@bank.no
            """)
    void addresses(String written, String understood) {
        assertThat(values(FormField.TECHNICAL_EMAIL, written)).isEqualTo(understood);
    }

    @Test
    void anUnusableAddressStaysAsTyped() {
        assertThat(Understanding.of(FormField.TECHNICAL_EMAIL, "tls at bank"))
            .containsExactly(Value.asTyped("tls at bank"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            916 960 190              | 916960190 | true
            NO 916 960 190 MVA       | 916960190 | true
            916.960.190              | 916960190 | true
            808071613                | 808071613 | false
            12345                    | 12345     | false
            """)
    void organisationNumbers(String written, String value, boolean understood) {
        assertThat(Understanding.of(FormField.ORGANISATION_NUMBER, written)).singleElement()
            .extracting(Value::text, Value::understood)
            .containsExactly(value, understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ja                          | Ja
            yes                         | Ja
            Y                           | Ja
            J                           | Ja
            NEI                         | Nei
            No                          | Nei
            N                           | Nei
            Ja, det støttes             | Ja
            støttes                     | Ja
            Supported                   | Ja
            ikke støttet                | Nei
            Støttes ikke                | Nei
            not supported               | Nei
            Nei (translated=No)         | Nei
            [ ] Ja [X] Nei              | Nei
            [x] Ja [ ] Nei              | Ja
            ☒ Ja ☐ Nei                  | Ja
            Ja ☐ Nei ☒                  | Nei
            (X) Yes ( ) No              | Ja
            X Ja   Nei                  | Ja
            Ja X   Nei                  | Ja
            """)
    void answersToRequirement524(String written, String understood) {
        assertThat(Understanding.of(FormField.INBOUND_ENFORCEMENT, written)).containsExactly(Value.of(understood));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "____", "Ja / Nei", "☐ Ja ☐ Nei", "Ja/Nei", "[ ] Yes [ ] No", "Velg et element." })
    void anUnansweredRequirement524(String written) {
        assertThat(Understanding.of(FormField.INBOUND_ENFORCEMENT, written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "X", "☒ Ja ☒ Nei", "vet ikke", "under vurdering" })
    void anUnclearAnswerToRequirement524(String written) {
        assertThat(Understanding.of(FormField.INBOUND_ENFORCEMENT, written)).singleElement()
            .satisfies((value) -> assertThat(value.doubt()).isEqualTo(Code.INBOUND_ENFORCEMENT_UNCLEAR));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "_______", ".........", "Klikk eller trykk her for å skrive inn tekst.",
            "Click or tap here to enter text.", "Choose an item.", "[navn]", " - " })
    void blanksAndPromptsAreNoAnswers(String written) {
        assertThat(Understanding.of(FormField.ADMINISTRATOR_NAME, written)).isEmpty();
    }

    private static String values(FormField field, String written) {
        List<Value> values = Understanding.of(field, written);
        assertThat(values).allMatch(Value::understood);
        return values.stream().map(Value::text).collect(Collectors.joining(" "));
    }

}
