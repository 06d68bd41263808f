package fr.ondine.simulators.franceconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** One key of each kind, and those of somebody who has them not. */
record Keys(ECKey elliptic, RSAKey rsa) {

    static Keys fresh() {
        try {
            return new Keys(
                    new ECKeyGenerator(Curve.P_256)
                            .keyID("elliptic")
                            .keyUse(KeyUse.SIGNATURE)
                            .generate(),
                    new RSAKeyGenerator(2048)
                            .keyID("rsa")
                            .keyUse(KeyUse.SIGNATURE)
                            .generate());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JWKSet set() {
        return new JWKSet(List.of(elliptic, rsa));
    }

    /** Signs what is claimed, with what is armed against it. */
    String signed(Map<String, Object> claims, SignatureAlgorithm algorithm, Optional<Fault> fault) {
        try {
            var content =
                    JWTClaimsSet.parse(fault.map(armed -> armed.changed(claims)).orElse(claims));
            if (fault.equals(Optional.of(Fault.ALG_NONE))) {
                return new PlainJWT(content).serialize();
            }
            var by = fault.equals(Optional.of(Fault.BAD_SIGNATURE)) ? fresh() : this;
            return by.signed(content, algorithm);
        } catch (ParseException | JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signed(JWTClaimsSet content, SignatureAlgorithm algorithm) throws JOSEException {
        var isElliptic = algorithm == SignatureAlgorithm.ES256;
        JWSSigner signer = isElliptic ? new ECDSASigner(elliptic) : new RSASSASigner(rsa);
        var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.getName()))
                .keyID(isElliptic ? elliptic.getKeyID() : rsa.getKeyID())
                .build();
        var jwt = new SignedJWT(header, content);
        jwt.sign(signer);
        return jwt.serialize();
    }
}
