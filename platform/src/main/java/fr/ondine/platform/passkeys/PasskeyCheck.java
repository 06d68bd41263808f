package fr.ondine.platform.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Asks for passkeys, and checks what is answered: for this utility's own host, this session's question, once and in time,
 * by a person whom the device has recognised. Who has which passkey is kept by whoever asks.
 */
@Service
public class PasskeyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyCheck.class);

    /** As long as a browser lets its person think. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final int LONGEST_ANSWER = 20_000;

    private final WebAuthnManager standard;
    private final AttestedCredentialDataConverter credentials;
    private final KnownPasskey nobodys;
    private final Tenants tenants;
    private final RateLimits limits;
    private final Clock clock;

    PasskeyCheck(Tenants tenants, RateLimits limits, Clock clock) {
        var converter = new ObjectConverter();
        // who made the device is not asked, so there is nothing to trust in its statement
        this.standard = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.credentials = new AttestedCredentialDataConverter(converter);
        this.nobodys = Nobodys.passkey(credentials);
        this.tenants = tenants;
        this.limits = limits;
        this.clock = clock;
    }

    /** Asks a browser at that host for any passkey that opens an account there: it names none, and tells nothing. */
    public PasskeyAsked forAny(String host) {
        return forOneOf(List.of(), host);
    }

    /** Asks for one of these. */
    public PasskeyAsked forOneOf(List<byte[]> credentialIds, String host) {
        var question = question(host);
        return new PasskeyAsked(question, PasskeyOptions.toShow(question, credentialIds, LIFE));
    }

    /** Asks a browser to make another one for that person, on a device that has none of {@code known}. */
    public PasskeyAsked forNew(PasskeyOwner owner, List<byte[]> known, String host) {
        var question = question(host);
        return new PasskeyAsked(
                question, PasskeyOptions.toMake(question, tenants.current().name(), owner, known, LIFE));
    }

    /** At which host of the utility somebody is who asks for that one. */
    public String hostOf(String asked) {
        var host = asked.toLowerCase(Locale.ROOT);
        var utility = tenants.current();
        return utility.hosts().contains(host) ? host : utility.canonicalHost();
    }

    /** The passkey that was made, or {@link PasskeyRefused}. */
    public MadePasskey made(PasskeyQuestion question, String answer) {
        spend(question);
        return believed(() -> {
            var made = standard.verifyRegistrationResponseJSON(
                    checked(answer),
                    new RegistrationParameters(server(question), PasskeyOptions.ALGORITHMS, true, true));
            var data = Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(data.getAttestedCredentialData());
            // what kind of device it is on is nobody's business
            var kept = new AttestedCredentialData(AAGUID.ZERO, credential.getCredentialId(), credential.getCOSEKey());
            return new MadePasskey(
                    kept.getCredentialId(),
                    credentials.convert(kept),
                    data.getSignCount(),
                    data.isFlagBE(),
                    question.host());
        });
    }

    /** What was answered, for its passkey to be looked up; {@link PasskeyRefused} where it cannot be read. */
    public PasskeyAnswer read(String answer) {
        return believed(() -> {
            var data = standard.parseAuthenticationResponseJSON(checked(answer));
            Objects.requireNonNull(data.getCredentialId());
            return new PasskeyAnswer(data);
        });
    }

    /**
     * How often the passkey has signed by now, if it is to be believed: else {@link PasskeyRefused}, or {@link PasskeyCopied}.
     * The same work for one that nobody has.
     */
    public long check(PasskeyQuestion question, PasskeyAnswer answer, @Nullable KnownPasskey known) {
        spend(question);
        var counted = believed(() -> {
            var data = standard.verify(
                    answer.data(),
                    new AuthenticationParameters(
                            server(question), record(known == null ? nobodys : known), null, true, true));
            return Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
        });
        if (!answer.isOf(known) || known == null || !known.host().equals(question.host())) {
            throw new PasskeyRefused();
        }
        return counted;
    }

    private PasskeyQuestion question(String asked) {
        return new PasskeyQuestion(
                RawToken.fresh().value(), hostOf(asked), clock.instant().plus(LIFE));
    }

    /** Once, on all nodes: two who answer at the same moment both have the question in their session. */
    private void spend(PasskeyQuestion question) {
        if (!clock.instant().isBefore(question.until())
                || !limits.allow("passkey-question", question.challenge(), 1, LIFE)) {
            throw new PasskeyRefused();
        }
    }

    private ServerProperty server(PasskeyQuestion question) {
        return ServerProperty.builder()
                .origins(Set.of(Origin.create(tenants.originAt(question.host()))))
                .rpId(question.host())
                .challenge(new DefaultChallenge(question.challenge()))
                .build();
    }

    private CredentialRecordImpl record(KnownPasskey known) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.synced(),
                null,
                known.counter(),
                credentials.convert(known.credential()),
                null,
                null,
                null,
                null);
    }

    private static String checked(String answer) {
        if (answer.length() > LONGEST_ANSWER) {
            throw new PasskeyRefused();
        }
        return answer;
    }

    private static <T> T believed(Supplier<T> work) {
        try {
            return work.get();
        } catch (MaliciousCounterValueException backwards) {
            throw new PasskeyCopied();
        } catch (RuntimeException refused) {
            // a stranger wrote what the library reads, and it fails in many ways
            LOG.info("a passkey was not believed: {}", refused.getClass().getSimpleName());
            throw new PasskeyRefused();
        }
    }
}
