package org.jamestandem.mailets.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentationMailetTest {
    private static final class Failing extends PresentationMailet {
        private final List<String> seen = new ArrayList<>();
        private final Exception failure;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @Override
        protected void present(Mail mail) throws MessagingException {
            seen.add(mail.getName());
            if (failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw (MessagingException) failure;
        }
    }

    private static FakeMail mail() throws MessagingException {
        return FakeMail.builder().name("m1").recipient("anna@tandem.example").state("here").build();
    }

    @Test
    void aMailGoesOnWhenItsPresentationFails() throws Exception {
        for (Exception failure :
                List.of(new MessagingException("broken"), new IllegalStateException("broken"))) {
            Failing mailet = new Failing(failure);
            mailet.init(FakeMailetConfig.builder().build());
            FakeMail mail = mail();

            mailet.service(mail);

            assertThat(mailet.seen).containsExactly("m1");
            assertThat(mail.getState()).isEqualTo("here");
            assertThat(mail.getRecipients()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore", "propagate", "error"})
    void theContainerDecidesWhenTheOperatorSaidSo(String policy) throws Exception {
        Failing mailet = new Failing(new MessagingException("broken"));
        mailet.init(FakeMailetConfig.builder().setProperty("onMailetException", policy).build());
        assertThatThrownBy(() -> mailet.service(mail()))
                .isInstanceOf(MessagingException.class)
                .hasMessage("broken");
    }
}
