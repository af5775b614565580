package no.bits.tls.identifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({ "tls@bits.no,tls@bits.no", " tls@bits.no ,tls@bits.no", "tls@bits.no\u2028,tls@bits.no",
            "<tls@bits.no>,tls@bits.no", "mailto:tls@bits.no,tls@bits.no", "MAILTO:tls@bits.no,tls@bits.no",
            "Tls@BITS.NO,Tls@bits.no", "tls+svar@bits.no,tls+svar@bits.no", "o'hara@bits.no,o'hara@bits.no",
            "kari.saksen@blåbær.no,kari.saksen@xn--blbr-roah.no", "a=b/c@bits.no,a=b/c@bits.no" })
    void isReadInTheWaysPeopleWriteIt(String text, String address) {
        assertThat(EmailAddress.parse(text)).hasValue(new EmailAddress(address));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "@", "bits.no", "@bits.no", "tls@", "tls@bits", "tls@192.0.2.1", "tls@[192.0.2.1]",
            "tls@bits.no, kari@bits.no", "tls@bits.no;kari@bits.no", "tls@bits.no kari@bits.no", "tls@@bits.no",
            "tls@bits.no\r\nBcc: alle@bits.no", "tls\n@bits.no", "tls\u0000@bits.no", "\"tls drift\"@bits.no",
            "\"a@b\"@bits.no", "tls(drift)@bits.no", "tls@(drift)bits.no", "Kari <kari@bits.no>", ".tls@bits.no",
            "tls.@bits.no", "t..ls@bits.no", "blåbær@bits.no", "tls@bits.no>", "<<tls@bits.no>>", "t\\ls@bits.no",
            "tls\u00a0@bits.no", "tls@bits.no:25", "tls@bits_no.no" })
    void isRefusedWhereItIsNotExactlyOneSafeAddress(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void holdsALocalPartOf64And254CharactersInAllAndNoMore() {
        String local = "a".repeat(64);
        String domain = "%1$s.%1$s.%2$s.no".formatted("b".repeat(63), "b".repeat(58));
        assertThat(EmailAddress.parse(local + "@bits.no")).isPresent();
        assertThat(EmailAddress.parse("a" + local + "@bits.no")).isEmpty();
        assertThat(EmailAddress.parse(local + "@" + domain)).map(EmailAddress::value)
            .hasValueSatisfying((value) -> assertThat(value).hasSize(254));
        assertThat(EmailAddress.parse(local + "@b" + domain)).isEmpty();
    }

    @Test
    void holdsTheLengthAfterItsDomainIsInALabels() {
        String domain = "å".repeat(50) + "." + "å".repeat(50) + "." + "å".repeat(50) + "." + "å".repeat(50) + ".no";
        assertThat(EmailAddress.parse("a".repeat(40) + "@" + domain)).isEmpty();
    }

    @Test
    void knowsItsPartsAndItsTwin() {
        EmailAddress address = new EmailAddress("Tls@blåbær.no");
        assertThat(address.localPart()).isEqualTo("Tls");
        assertThat(address.domain()).isEqualTo(new DomainName("xn--blbr-roah.no"));
        assertThat(address.sameAs(new EmailAddress("tls@BLÅBÆR.no"))).isTrue();
        assertThat(address.sameAs(new EmailAddress("tls@blabar.no"))).isFalse();
    }

    @Test
    void saysWhatIsWrongWithoutALineBreak() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("a\r\nb"))
            .withMessage("a??b is no mail address: one name@domain is needed");
    }

}
