package fr.ondine.platform.provider;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key of the bound utility, as everybody may know it. */
record SigningKey(
        String id,
        KeyState state,
        ECKey published,
        Instant createdAt,
        @Nullable Instant activatedAt) {}
