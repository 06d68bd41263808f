package fr.ondine.platform.customers;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The claims that wait for customer service, as those who serve decide them in their own name. */
@Service
@Transactional
public class ClaimsToDecide {

    public static final int PAGE = 20;

    private final WaitingClaims waiting;
    private final ClaimFiles files;
    private final ClaimDesk desk;

    ClaimsToDecide(WaitingClaims waiting, ClaimFiles files, ClaimDesk desk) {
        this.waiting = waiting;
        this.files = files;
        this.desk = desk;
    }

    /** The oldest first, a page at a time, the first of which is 0. */
    @Transactional(readOnly = true)
    public ClaimPage list(CurrentStaff who, int page) {
        who.require(StaffPermission.SERVE);
        var found =
                waiting.list(page * PAGE, PAGE + 1).stream().map(files::printed).toList();
        return new ClaimPage(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    /** Nothing once it is decided. */
    @Transactional(readOnly = true)
    public Optional<ClaimFile> find(CurrentStaff who, UUID claim) {
        who.require(StaffPermission.SERVE);
        return files.find(claim);
    }

    /**
     * Opens the contract to the claimant: at once, or when the account is activated.
     *
     * @throws ClaimAlreadyDecided when somebody else was first
     */
    public void accept(CurrentStaff who, UUID claim) {
        who.require(StaffPermission.SERVE);
        desk.approve(claim, who.id().toString());
    }

    /**
     * Opens nothing, and has the claimant told why.
     *
     * @throws ClaimAlreadyDecided when somebody else was first
     */
    public void refuse(CurrentStaff who, UUID claim, ClaimRefusal why) {
        who.require(StaffPermission.SERVE);
        desk.refuse(claim, who.id().toString(), why);
    }
}
