package org.jamestandem.mailets.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.mail.MessagingException;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.jamestandem.kernel.settings.SettingFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    /** Stands for a mailet or a matcher: only its name counts here. */
    private static final class Sample {}

    private static final List<String> KNOWN = List.of("size", "by");

    private static Parameters mailet(String... namesAndValues) throws MessagingException {
        FakeMailetConfig.Builder config = FakeMailetConfig.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            config.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Parameters.ofMailet(Sample.class, config.build(), KNOWN);
    }

    private static Parameters condition(String condition) throws MessagingException {
        return Parameters.ofCondition(
                Sample.class,
                FakeMatcherConfig.builder().matcherName("Sample").condition(condition).build(),
                "by",
                KNOWN);
    }

    @Test
    void aMailetsParametersAreReadInTheirFormat() throws Exception {
        Parameters parameters = mailet("size", " 7 ");
        assertThat(parameters.value("size", SettingFormats.wholeNumber(1, 9))).contains(7);
        assertThat(parameters.value("by", SettingFormats.yesNo())).isEmpty();
    }

    @Test
    void whatJamesItselfReadsInAMailetIsLeftToIt() throws Exception {
        Parameters parameters =
                mailet("onMailetException", "ignore", "onMatchException", "nomatch");
        assertThat(parameters.value("size", SettingFormats.yesNo())).isEmpty();
    }

    @Test
    void anUnknownElementOfAMailetIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> mailet("szie", "7"))
                .isInstanceOf(MessagingException.class)
                .hasMessage("Sample: <szie> is not known here; expected <by>, <size>");
    }

    @Test
    void aBadValueOfAMailetShowsAnElementThatIsRight() {
        assertThatThrownBy(
                        () -> mailet("size", "x").value("size", SettingFormats.wholeNumber(1, 9)))
                .isInstanceOf(MessagingException.class)
                .hasMessage(
                        "Sample: size = 'x' is not valid; expected a whole number from 1 to 9, for"
                                + " example <size>1</size>");
    }

    @Test
    void anEmptyElementIsABadValueAndNotADefault() {
        assertThatThrownBy(() -> mailet("size", "").value("size", SettingFormats.wholeNumber(1, 9)))
                .hasMessageStartingWith("Sample: size = '' is not valid");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void aMatcherNeedsNoCondition(String nothing) throws Exception {
        assertThat(condition(nothing).value("by", SettingFormats.yesNo())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true,size=3", "by=true,size=3", "size=3,by=true", " true , size = 3 "})
    void theMainParameterMayStandFirstWithoutItsName(String text) throws Exception {
        Parameters parameters = condition(text);
        assertThat(parameters.value("by", SettingFormats.yesNo())).contains(true);
        assertThat(parameters.value("size", SettingFormats.wholeNumber(1, 9))).contains(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true,3| Sample: '3' is not known here; expected by=..., size=...",
                "szie=3| Sample: 'szie=3' is not known here; expected by=..., size=...",
                "size=3,| Sample: '' is not known here; expected by=..., size=...",
                "=3| Sample: '=3' is not known here; expected by=..., size=...",
                "true,by=true| Sample: by is given twice"
            })
    void aConditionWithAnUnknownPartIsAnError(String text, String message) {
        assertThatThrownBy(() -> condition(text))
                .isInstanceOf(MessagingException.class)
                .hasMessage(message);
    }

    @Test
    void aBadValueInAConditionShowsAConditionThatIsRight() {
        assertThatThrownBy(() -> condition("maybe").value("by", SettingFormats.yesNo()))
                .hasMessage(
                        "Sample: by = 'maybe' is not valid; expected true or false, for example"
                                + " Sample=by=true");
    }
}
