package no.bits.tls.identifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OrganisationNumberTests {

    @ParameterizedTest
    @ValueSource(strings = { "916960190", "916 960 190", " 916960190 ", "NO 916 960 190 MVA", "NO916960190MVA",
            "Org.nr. 916.960.190", "916\u00a0960\u00a0190", "916\u202f960\u202f190", "916-960-190",
            "916960190 (morselskap 916 960 190)", "Foretaksregisteret NO 916 960 190", "\u200b916960190" })
    void isReadInTheWaysPeopleWriteIt(String text) {
        assertThat(OrganisationNumber.parse(text)).hasValue(new OrganisationNumber("916960190"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "ingen", "91696019", "9169601900", "1916960190", "916960191", "816960191",
            "923609016 916960190", "916\n\n960\n\n190" })
    void isRefusedWhereTheTextHoldsNoneOrSeveralOrAWrongOne(String text) {
        assertThat(OrganisationNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "907441814,true", "974760673,true", "000000000,false", "900000006,true", "900000007,false",
            "123456785,true", "808071613,false", "91696019x,false", "٩١٦٩٦٠١٩٠,false" })
    void endsWithItsCheckDigit(String digits, boolean valid) {
        assertThat(OrganisationNumber.isValid(digits)).isEqualTo(valid);
    }

    @Test
    void doesNotExistWhereTheCheckDigitWouldBeTen() {
        for (int last = 0; last < 10; last++) {
            assertThat(OrganisationNumber.isValid("91000011" + last)).isFalse();
        }
    }

    @Test
    void keepsTheDigitsOfAWrongNumberForTheFinding() {
        assertThat(OrganisationNumber.digitsIn("Org.nr. 808 071 613")).hasValue("808071613");
        assertThat(OrganisationNumber.digitsIn("916960190 eller 923609016")).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationNumber("916960191"))
            .withMessage("916960191 is no organisation number: nine digits with a right check digit are needed");
    }

    @Test
    void isWrittenInGroupsForPeople() {
        assertThat(new OrganisationNumber("916960190").grouped()).isEqualTo("916 960 190");
    }

}
