// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote beside this class, so that it is the same from a jar and from a class folder. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IOException("version.properties is missing from this build");
            }
            var properties = new Properties();
            properties.load(in);
            return new String[] {"execward " + properties.getProperty("version")};
        }
    }
}
