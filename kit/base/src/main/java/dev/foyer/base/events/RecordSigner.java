package dev.foyer.base.events;

/** Signs public records, so that their reader need not believe the topic. Thread-safe, no I/O: owners' threads call it. */
@FunctionalInterface
public interface RecordSigner {

    /**
     * @param content of {@link SignedContent}
     * @return a JWS in compact serialization with detached content (RFC 7515, appendix F)
     */
    String sign(byte[] content);
}
