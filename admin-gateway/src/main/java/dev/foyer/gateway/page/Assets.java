package dev.foyer.gateway.page;

import io.quarkus.qute.TemplateExtension;

/** Templates say {@code asset:of('foyer.css')} and get the address of what it is now. */
@TemplateExtension(namespace = "asset")
final class Assets {

    private Assets() {}

    static String of(String name) {
        return AssetFiles.named(name).address();
    }
}
