package fr.ondine.platform.fleet;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.MigrationFailed;
import fr.ondine.migrations.MoveRefused;
import fr.ondine.migrations.MoveReport;
import fr.ondine.migrations.MoveStep;
import fr.ondine.migrations.Moves;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes a utility to another PostgreSQL cluster of this platform. Its portal is read only for as long as the copy takes;
 * rows are compared on both sides; what it left is kept, out of reach, until it is deleted.
 */
@Service
public class UtilityMove {

    private static final Logger LOG = LoggerFactory.getLogger(UtilityMove.class);

    private final Clusters clusters;
    private final Moves moves;
    private final FleetDirectory directory;
    private final TenantProvisioning provisioning;

    UtilityMove(Clusters clusters, FleetDirectory directory, TenantProvisioning provisioning) {
        this.clusters = clusters;
        this.moves = clusters.moves();
        this.directory = directory;
        this.provisioning = provisioning;
    }

    /** The databases that utilities may live on, by their names. */
    public List<String> clusters() {
        return clusters.names().stream().sorted().toList();
    }

    /** The utility lives and works there when this returns; when it fails, it does so where it was. */
    public MoveReport run(String slug, String to, String by, TransferProgress progress) {
        directory.get(slug);
        try {
            return moves.move(slug, to, by, (step, detail) -> tell(slug, step, detail, progress));
        } catch (MoveRefused refused) {
            throw refusal(refused);
        } finally {
            settle(slug);
            provisioning.changed(new TenantId(slug));
        }
    }

    /** Nothing to do unless it was cut off; what cannot be done now those who serve do later. */
    private void settle(String slug) {
        try {
            moves.settle(slug);
        } catch (MigrationFailed notNow) {
            LOG.error("{} is settled later", slug, notNow);
        }
    }

    /** The clusters that keep what a utility left when it moved away, as far as they answer. */
    public List<String> kept(String slug) {
        directory.get(slug);
        return moves.kept(slug);
    }

    /** Refuses what is not the full name of the utility, before something of it is deleted. */
    public void requireName(String slug, String typedName) {
        if (!directory.get(slug).isCalled(typedName)) {
            throw new DeletionRefused("wrong-name", slug);
        }
    }

    /** Deletes what a cluster keeps of a utility since it moved away; whether there was something. */
    public boolean deleteKept(String slug, String cluster, String by) {
        try {
            return moves.deleteKept(slug, cluster, by);
        } catch (MoveRefused refused) {
            throw refusal(refused);
        }
    }

    private static TransferRefused refusal(MoveRefused refused) {
        return new TransferRefused("move-" + code(refused), refused.detail());
    }

    private void tell(String slug, MoveStep step, String detail, TransferProgress progress) {
        if (step == MoveStep.ANNOUNCED) {
            provisioning.changed(new TenantId(slug));
        }
        var words = detail.split(" ");
        var isTable = step == MoveStep.COPYING && words.length == 2;
        progress.at(isTable ? words[0] : step.name().toLowerCase(Locale.ROOT), isTable ? Long.parseLong(words[1]) : 0);
    }

    private static String code(MoveRefused refused) {
        return refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
