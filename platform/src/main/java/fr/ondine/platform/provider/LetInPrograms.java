package fr.ondine.platform.provider;

import fr.ondine.platform.identity.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs that a person of the bound utility let in, and the end of what they may do. */
@Service
@Transactional
public class LetInPrograms {

    private final Consents consents;

    LetInPrograms(Consents consents) {
        this.consents = consents;
    }

    /** By name; one that knows who the person is, and was given nothing else, is among them. */
    @Transactional(readOnly = true)
    public List<LetInProgram> of(UserId user) {
        return consents.of(user);
    }

    /** Ends all that the program may do for the person, at once: it has to ask again. Nothing happens where it may nothing. */
    public void takeBack(UserId user, UUID program) {
        consents.takeBack(user, program);
    }
}
