package fr.ondine.platform.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many rows of each file were read, and what they changed. */
final class Counts {

    private final Map<String, FileCount> byFile = new LinkedHashMap<>();

    void read(String file, long rows) {
        byFile.put(file, new FileCount(file, rows, 0, 0));
    }

    void merged(String file, long added, long changed) {
        byFile.computeIfPresent(file, (name, count) -> count.plus(added, changed));
    }

    List<FileCount> all() {
        return List.copyOf(byFile.values());
    }
}
