package no.bits.tls.identifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DomainNameTests {

    @ParameterizedTest
    @CsvSource({ "bits.no,bits.no", "BITS.NO,bits.no", " bits.no ,bits.no", "bits.no.,bits.no", "www.bits.no,bits.no",
            "WWW.bits.no,bits.no", "https://www.bits.no/tls?x=1#y,bits.no", "http://bits.no:8080,bits.no",
            "@bits.no,bits.no", "post@bits.no,bits.no", "mailto:post@bits.no,bits.no", "*.bits.no,bits.no",
            "post.bits.no,post.bits.no", "www.no,www.no", "BLÅBÆR.no,xn--blbr-roah.no",
            "xn--blbr-roah.no,xn--blbr-roah.no", "XN--BLBR-ROAH.NO,xn--blbr-roah.no", "a\u030a.no,xn--5ca.no",
            "\u00e5.no,xn--5ca.no", "\u212b.no,xn--5ca.no", "bits\u3002no,bits.no", "ｂｉｔｓ.no,bits.no",
            "1881.no,1881.no", "xn--p1ai.xn--p1ai,xn--p1ai.xn--p1ai" })
    void isReadInTheWaysPeopleWriteIt(String word, String ascii) {
        assertThat(DomainName.parse(word)).hasValue(new DomainName(ascii));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "bits", "localhost", "bits..no", ".bits.no.no..x", "-bits.no", "bits-.no",
            "bits_no.no", "bits no.no", "192.0.2.1", "http://192.0.2.1/", "[192.0.2.1]", "[IPv6:2001:db8::1]",
            "2001:db8::1", "bits.1", "bits.n", "bits,no", "bits.no;fno.no", "bits.no\r\nBcc: x@y.no", "bits.no\u0000",
            "a@", "@", "*.no", "*", "bits.*", "b\u202eits.no", "xn--.no", "bits.no%0d%0a", "<script>.no" })
    void isRefusedWhereNoMailCanGoThere(String word) {
        assertThat(DomainName.parse(word)).isEmpty();
    }

    @Test
    void holdsLabelsOf63AndNamesOf253CharactersAndNoMore() {
        String label = "a".repeat(63);
        String longest = "%s.%s.%s.%s.no".formatted(label, label, label, "a".repeat(58));
        assertThat(DomainName.parse(label + ".no")).isPresent();
        assertThat(DomainName.parse("a" + label + ".no")).isEmpty();
        assertThat(longest).hasSize(253);
        assertThat(DomainName.parse(longest)).isPresent();
        assertThat(DomainName.parse("a" + longest)).isEmpty();
        assertThat(DomainName.parse("a.".repeat(100_000) + "no")).isEmpty();
    }

    @Test
    void isAHostNameOnlyWhereNothingElseIsWritten() {
        assertThat(DomainName.ofHost("post.blåbær.no")).hasValue(new DomainName("post.xn--blbr-roah.no"));
        assertThat(DomainName.ofHost("post@bits.no")).isEmpty();
        assertThat(DomainName.ofHost("www.bits.no")).hasValue(new DomainName("www.bits.no"));
    }

    @Test
    void isShownToPeopleWithItsOwnLetters() {
        assertThat(new DomainName("xn--blskogstjerne-qfb.example").unicode()).isEqualTo("blåskogstjerne.example");
        assertThat(new DomainName("bits.no").unicode()).isEqualTo("bits.no");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName("Bits.no"))
            .withMessage("Bits.no is no mail domain: letters, digits and hyphens with a dot between are needed");
    }

}
