package fr.ondine.platform.fleet;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.platform.fleet.Rotation.Place;
import fr.ondine.platform.tenancy.MasterKeys;
import fr.ondine.platform.tenancy.SealedStore;
import fr.ondine.platform.tenancy.SealedStore.Older;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Brings every secret of the platform under the master key that seals now, while it is used: who reads opens with the
 * former key what has not followed yet. What was begun and not ended is begun again; what has followed is left alone.
 */
@Service
public class VaultRotation {

    private final List<SealedStore> stores;
    private final MasterKeys keys;
    private final FleetDirectory directory;
    private final OndineDatabase database;

    VaultRotation(List<SealedStore> stores, MasterKeys keys, FleetDirectory directory, OndineDatabase database) {
        this.stores = List.copyOf(stores);
        this.keys = keys;
        this.directory = directory;
        this.database = database;
    }

    /** What still needs another key; changes nothing. */
    public Rotation check() {
        return gone(store -> 0, (place, renewed) -> {});
    }

    /** Renews what does, tells each place that had some, and lets the other keys go when nothing is left. */
    public Rotation rotate(String by, ObjLongConsumer<String> progress) {
        var done = gone(SealedStore::renew, (place, renewed) -> {
            if (renewed > 0) {
                progress.accept(place, renewed);
                database.audit(by, "secrets sealed anew", slug(place), renewed + " with the key " + sealing());
            }
        });
        if (done.isDone()) {
            keys.forgetOthers();
        }
        var detail = "%d sealed anew with the key %s, %d left"
                .formatted(done.renewed(), sealing(), done.older().openable());
        database.audit(by, "master key rotated", "", detail);
        return done;
    }

    private static String slug(String place) {
        return place.equals(Rotation.PLATFORM) ? "" : place;
    }

    private String sealing() {
        return keys.given().getFirst();
    }

    private interface Work {
        long on(SealedStore store);
    }

    private Rotation gone(Work work, ObjLongConsumer<String> progress) {
        var platform = Stream.of(place(Rotation.PLATFORM, false, work, progress));
        var utilities = directory.withSchema().stream().map(slug -> utility(slug, work, progress));
        var given = keys.given();
        return new Rotation(
                sealing(),
                given.subList(1, given.size()),
                Stream.concat(platform, utilities).toList());
    }

    private Place utility(String slug, Work work, ObjLongConsumer<String> progress) {
        if (directory.get(slug).movingTo() != null) {
            return new Place(slug, 0, Older.NONE, "it is on its way to another database");
        }
        return TenantContext.callAs(new TenantId(slug), () -> place(slug, true, work, progress));
    }

    private Place place(String name, boolean ofUtilities, Work work, ObjLongConsumer<String> progress) {
        var here = stores.stream()
                .filter(store -> store.isOfUtilities() == ofUtilities)
                .toList();
        try {
            var renewed = here.stream().mapToLong(work::on).sum();
            TenantContext.callUnbound(() -> {
                progress.accept(name, renewed);
                return renewed;
            });
            return new Place(
                    name, renewed, here.stream().map(SealedStore::older).reduce(Older.NONE, Older::and), "");
        } catch (DataAccessException | TransactionException away) {
            return new Place(name, 0, Older.NONE, String.valueOf(away.getMessage()));
        }
    }
}
