package fr.ondine.platform.imports;

/** What came of the rows of one file; those that were equal to what is known are neither added nor changed. */
public record FileCount(String file, long read, long added, long changed) {

    FileCount plus(long moreAdded, long moreChanged) {
        return new FileCount(file, read, added + moreAdded, changed + moreChanged);
    }
}
