package org.jamestandem.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jamestandem.testkit.ProjectFiles;
import org.junit.jupiter.api.Test;

/** Who may know whom: domain, then port, then adapter, then assembly. */
class ArchitectureTest {
    /** The last word of a package whose business is one technology. */
    private static final Set<String> TECHNOLOGIES =
            Set.of("james", "memory", "cassandra", "lucene", "opensearch", "webadmin");

    /** Compositions: they join everything, and an operator names them. */
    private static final Set<String> COMPOSITIONS =
            Set.of("org.jamestandem.pop3", "org.jamestandem.imap", "org.jamestandem.mailets");

    private static final JavaClasses FEATURES =
            imported("pop3-hooks", "imap-extensions", "mailets", "assembly/kernel");

    @Test
    void thereIsSomethingToCheck() {
        assertThat(FEATURES).hasSizeGreaterThan(20);
    }

    @Test
    void theDomainKnowsNoProtocolNoNettyAndNoDriver() {
        noClasses()
                .that(areDomain())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.james.protocols..",
                        "org.apache.james.imap..",
                        "org.apache.james.pop3server..",
                        "org.apache.james.imapserver..",
                        "io.netty..",
                        "com.datastax..",
                        "org.apache.lucene..",
                        "org.opensearch..")
                .allowEmptyShould(true)
                .check(FEATURES);
    }

    @Test
    void theKernelKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("org.jamestandem.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jamestandem.pop3..",
                        "org.jamestandem.imap..",
                        "org.jamestandem.mailets..")
                .check(FEATURES);
    }

    @Test
    void noFeatureKnowsAnother() {
        slices().matching("org.jamestandem.(pop3|imap|mailets)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(FEATURES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.jamestandem.(*).(*)..").should().beFreeOfCycles().check(FEATURES);
    }

    @Test
    void injectionIsGuicesOwnSoThatALaterJamesIsAMechanicalMove() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.inject..", "jakarta.inject..")
                .check(FEATURES);
    }

    @Test
    void theWorldOfJavaMailStaysAtTheEdges() {
        noClasses()
                .that(areDomain())
                .and()
                .resideOutsideOfPackage("org.jamestandem.mailets..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.mail.internet..", "javax.mail")
                .allowEmptyShould(true)
                .check(FEATURES);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Info")
                .check(FEATURES);
    }

    private static DescribedPredicate<JavaClass> areDomain() {
        return describe(
                "are domain",
                type ->
                        !COMPOSITIONS.contains(type.getPackageName())
                                && Stream.of(type.getPackageName().split("\\."))
                                        .noneMatch(TECHNOLOGIES::contains));
    }

    private static JavaClasses imported(String... modules) {
        List<Path> folders =
                Stream.of(modules)
                        .map(module -> ProjectFiles.root().resolve(module + "/target/classes"))
                        .filter(Files::isDirectory)
                        .toList();
        return new ClassFileImporter().importPaths(folders);
    }
}
