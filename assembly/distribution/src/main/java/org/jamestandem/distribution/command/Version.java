package org.jamestandem.distribution.command;

import org.apache.james.GuiceJamesServer;
import picocli.CommandLine.IVersionProvider;

/** The versions of Tandem, of James and of Java, as the jars' manifests have them. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "Tandem %s (Apache James %s, Java %s)"
                    .formatted(
                            of(Version.class),
                            of(GuiceJamesServer.class),
                            System.getProperty("java.version"))
        };
    }

    private static String of(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "(unpacked)" : version;
    }
}
