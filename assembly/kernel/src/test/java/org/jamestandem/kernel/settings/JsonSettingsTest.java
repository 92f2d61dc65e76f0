package org.jamestandem.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSettingsTest {
    @Test
    void membersAreReadAsElementsAndTheirAttributes() {
        Settings policy = json("{\"color\":\"red\",\"size\":{\"value\":\"7\",\"unit\":\"cm\"}}");

        assertThat(policy.value("color", SettingFormats.text("a color", "red"))).contains("red");
        Settings size = policy.child("size");
        assertThat(size.as(SettingFormats.wholeNumber(1, 9))).isEqualTo(7);
        assertThat(size.attribute("unit", SettingFormats.text("a unit", "m"))).contains("cm");
    }

    @Test
    void errorsShowExamplesInJson() {
        assertRefused(
                        () ->
                                json("{\"size\":\"x\"}")
                                        .value("size", SettingFormats.wholeNumber(1, 9)))
                .isEqualTo(
                        "request: thing/size = 'x' is not valid; expected a whole number from 1 to"
                                + " 9, for example \"size\": \"1\"");
        assertRefused(() -> json("{\"colour\":\"red\"}").allow(Set.of("color"), Set.of()))
                .isEqualTo("request: thing: \"colour\" is not known here; expected \"color\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"red\"",
                "{",
                "{} {}",
                "{\"a\":null}",
                "{\"a\":[\"b\"]}",
                "{\"a\":{\"value\":{\"b\":\"c\"}}}",
                "{\"a\":\"1\",\"a\":\"2\"}"
            })
    void whatIsNoObjectOfTextsIsRefused(String text) {
        assertRefused(() -> json(text)).startsWith("request: ");
    }

    private static Settings json(String text) {
        return JsonSettings.of("request", "thing", text);
    }

    private static AbstractStringAssert<?> assertRefused(Runnable reading) {
        return assertThatThrownBy(reading::run).isInstanceOf(InvalidSetting.class).message();
    }
}
