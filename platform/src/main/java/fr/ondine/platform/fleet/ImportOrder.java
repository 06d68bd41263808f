package fr.ondine.platform.fleet;

import java.nio.file.Path;
import java.util.List;

/**
 * How an export is to be taken in.
 *
 * @param slug the short name that the utility gets here, or empty for the one that it has
 * @param hosts its hosts here, or none for those that it has
 * @param takeOver whether it also does the work that waited, although the original was not closed when it was exported
 * @param quiet whether it is only to be looked at: none of its work is ever done
 * @param by who does it, as {@code operator:name}
 */
public record ImportOrder(
        Path file, String passphrase, String slug, List<String> hosts, boolean takeOver, boolean quiet, String by) {

    public ImportOrder(Path file, String passphrase, String slug, List<String> hosts, boolean takeOver, String by) {
        this(file, passphrase, slug, hosts, takeOver, false, by);
    }

    public ImportOrder {
        hosts = List.copyOf(hosts);
    }

    @Override
    public String toString() {
        return "ImportOrder[" + file + "]";
    }
}
