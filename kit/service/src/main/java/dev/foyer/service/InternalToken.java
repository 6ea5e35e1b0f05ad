package dev.foyer.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;

/** The secret that our services share with each other: who does not show it is not one of us. */
@ApplicationScoped
public class InternalToken {

    @Inject
    ServiceConfig config;

    private byte[] expected;

    @PostConstruct
    void read() {
        try {
            String token = Files.readString(config.internalTokenFile()).strip();
            if (token.length() < 32) {
                throw new ConfigurationException("The token in " + config.internalTokenFile()
                        + " (foyer.internal-token-file) has fewer than 32 characters; make a longer one.");
            }
            expected = ("Bearer " + token).getBytes(UTF_8);
        } catch (IOException e) {
            throw new ConfigurationException("The internal token cannot be read from " + config.internalTokenFile()
                    + " (foyer.internal-token-file).");
        }
    }

    /** The value of the Authorization header of our own calls. */
    public String authorization() {
        return new String(expected, UTF_8);
    }

    /** Compares in constant time. */
    boolean accepts(String authorization) {
        return authorization != null && MessageDigest.isEqual(expected, authorization.getBytes(UTF_8));
    }
}
