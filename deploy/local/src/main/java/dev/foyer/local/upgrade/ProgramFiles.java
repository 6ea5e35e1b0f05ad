package dev.foyer.local.upgrade;

import java.util.List;
import java.util.Optional;

/** The files of one version of Foyer, by their paths in the repository. */
interface ProgramFiles {

    /** How people name this version. */
    String name();

    /** A file's content, when there is one. */
    Optional<String> read(String path);

    /** The paths of all files under a folder, sorted; none when there is no such folder. */
    List<String> under(String folder);
}
