package org.jamestandem.distribution.command;

import java.util.List;
import java.util.stream.Collectors;
import org.jamestandem.distribution.cluster.ClusterForm;
import org.jamestandem.distribution.embedded.EmbeddedForm;
import org.jamestandem.distribution.local.LocalForm;
import org.jamestandem.distribution.server.Form;
import org.jamestandem.distribution.single.CassandraForm;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says in which form to run. */
final class StorageOption {
    private static final List<Form> FORMS =
            List.of(new EmbeddedForm(), new LocalForm(), new CassandraForm(), new ClusterForm());

    @Option(
            names = "--storage",
            paramLabel = "FORM",
            defaultValue = "embedded",
            description =
                    "Where mail is kept: embedded (in memory, the default), local (in the data"
                        + " folder), cassandra (one server on a Cassandra of yours), cluster (one"
                        + " of several nodes on a Cassandra and a RabbitMQ of yours).")
    private String word;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The form that was asked for.
     *
     * @throws ParameterException when there is none of that name
     */
    Form form() {
        return FORMS.stream()
                .filter(form -> form.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "--storage is one of %s, not '%s'"
                                                .formatted(words(), word)));
    }

    private static String words() {
        return FORMS.stream().map(Form::word).collect(Collectors.joining(", "));
    }
}
