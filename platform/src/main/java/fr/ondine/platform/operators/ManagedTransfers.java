package fr.ondine.platform.operators;

import fr.ondine.platform.fleet.ImportOrder;
import fr.ondine.platform.fleet.ImportReport;
import fr.ondine.platform.fleet.SentExports;
import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.platform.fleet.UtilityExport;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/** Whole utilities as an operator may send them away and take them in: those who administer, in their own name. */
@Service
public class ManagedTransfers {

    /** How many characters a passphrase has at least. */
    public static final int SHORTEST_PASSPHRASE = UtilityExport.SHORTEST_PASSPHRASE;

    private final UtilityExport exports;
    private final SentExports sent;
    private final PresentPassword password;
    private final Clock clock;

    ManagedTransfers(UtilityExport exports, SentExports sent, PresentPassword password, Clock clock) {
        this.exports = exports;
        this.sent = sent;
        this.password = password;
        this.clock = clock;
    }

    /** Refuses a password as {@link #export} would, for a page that asks before anything is sent. */
    public void confirm(CurrentOperator who, String presentPassword) {
        who.requireProven(Permission.ADMINISTER, clock);
        password.confirm(who, presentPassword);
    }

    /** Sends a utility in one file while it is made, to an operator at a screen that somebody else may sit at. */
    public void export(CurrentOperator who, String slug, Secrets typed, UtilityExport.Destination to) {
        who.requireProven(Permission.ADMINISTER, clock);
        password.confirm(who, typed.presentPassword());
        export(who, slug, typed.passphrase(), to);
    }

    /** Sends a utility in one file while it is made, to a program that came in by a key. */
    public void export(CurrentOperator who, String slug, String passphrase, UtilityExport.Destination to) {
        who.requireProven(Permission.ADMINISTER, clock);
        exports.send(slug, passphrase, who.actor(), to);
    }

    /** How large an export may be that is sent. */
    public DataSize largestImport() {
        return sent.largest();
    }

    /** Refuses whom {@link #take} would refuse, for a page that asks before a large file is sent. */
    public void mayTake(CurrentOperator who) {
        who.requireProven(Permission.ADMINISTER, clock);
    }

    /** Takes a utility in from its export; its portal answers when this returns. */
    public ImportReport take(CurrentOperator who, InputStream export, Wish wish, TransferProgress progress) {
        who.requireProven(Permission.ADMINISTER, clock);
        sent.refuseLarger(wish.bytes());
        return sent.take(
                export,
                file -> new ImportOrder(
                        file, wish.passphrase(), wish.slug(), wish.hosts(), wish.takeOver(), who.actor()),
                progress);
    }

    /** What an operator types for an export: the own password, and the passphrase that is to open its secrets. */
    public record Secrets(String presentPassword, String passphrase) {

        @Override
        public String toString() {
            return "Secrets[]";
        }
    }

    /**
     * How an export that is sent is to be taken in.
     *
     * @param bytes how large it says that it is, or -1
     * @param slug the short name that the utility gets here, or empty for the one that it has
     * @param hosts its hosts here, or none for those that it has
     * @param takeOver whether it also does the work that waited, although the original was not closed when it was exported
     */
    public record Wish(long bytes, String passphrase, String slug, List<String> hosts, boolean takeOver) {

        public Wish {
            hosts = List.copyOf(hosts);
        }

        @Override
        public String toString() {
            return "Wish[" + slug + "]";
        }
    }
}
