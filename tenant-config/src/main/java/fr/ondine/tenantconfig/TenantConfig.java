package fr.ondine.tenantconfig;

import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one utility (collectivité, régie, délégataire) sets for its own portal.
 *
 * @param franceConnect the utility's client at FranceConnect, offered where {@code login} says so
 * @param proConnect the utility's client at ProConnect, by which its staff may come in; without it they do not
 * @param oldAccounts logins of the portal before this one; without it nobody is asked for one
 * @param comparableDwellings what is usual in a postcode, for places whose own use is not known
 * @param instalments how a year is paid month by month; without it no plans are offered
 * @param retention how long what is known of a person is kept
 * @param invoiceSeries how numbers of new invoices are made; without it the utility issues none here
 */
public record TenantConfig(
        String slug,
        String name,
        String slogan,
        List<String> hosts,
        ZoneId zone,
        List<Locale> languages,
        LegalIdentity legal,
        Contact contact,
        Brand brand,
        Words words,
        PublicTexts publicTexts,
        SubscriberTexts subscriberTexts,
        NumberFormat contractNumbers,
        NumberFormat invoiceNumbers,
        @Nullable NumberSeries invoiceSeries,
        ClaimRule claims,
        List<LoginMethod> login,
        @Nullable FranceConnect franceConnect,
        @Nullable ProConnect proConnect,
        @Nullable OldAccounts oldAccounts,
        Payments payments,
        Reminders reminders,
        InvoiceMails invoiceMails,
        RetentionRules retention,
        LateCharges lateCharges,
        RoundingMode rounding,
        ReadingRules readings,
        @EmptyByDefault List<ComparableDwellings> comparableDwellings,
        @Nullable InstalmentRules instalments,
        List<Feature> features,
        @EmptyByDefault List<Download> downloads,
        Accessibility accessibility) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9_]{1,55}");
    /** A name, not the address of a machine, which has digits alone at its end. */
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])?");

    public TenantConfig {
        Invalid.unless(SLUG.matcher(slug).matches(), "slug", "slug", slug);
        Invalid.whenEmpty("hosts", hosts);
        for (var at = 0; at < hosts.size(); at++) {
            Invalid.unless(HOST.matcher(hosts.get(at)).matches(), "hosts[" + (at + 1) + "]", "host", hosts.get(at));
        }
        Invalid.whenRepeated("hosts", hosts);
        Invalid.whenEmpty("languages", languages);
        Invalid.unless(login.contains(LoginMethod.EMAIL_AND_PASSWORD), "login", "login-without-password");
        Invalid.whenRepeated("login", login);
        Invalid.when(
                franceConnect == null && login.contains(LoginMethod.FRANCE_CONNECT), "login", "france-connect-missing");
        Invalid.whenRepeated("features", features);
        Invalid.whenRepeated("downloads", downloads);
        Invalid.when(
                comparableDwellings.stream()
                                .map(ComparableDwellings::postcode)
                                .distinct()
                                .count()
                        < comparableDwellings.size(),
                "comparableDwellings",
                "postcode-twice");
        Invalid.when(
                claims.proofs().contains(Proof.CLAIM_KEY) && words.claimKey() == null,
                "words.claimKey",
                "claim-key-unnamed");
        Invalid.unless(
                invoiceSeries == null
                        || invoiceSeries.makes(invoiceNumbers.forms().getFirst()),
                "invoiceSeries",
                "number-series-form",
                invoiceNumbers.forms().getFirst().pattern());
        Invalid.when(
                instalments == null && features.contains(Feature.INSTALMENT_PLANS), "features", "instalments-missing");
        Invalid.when(rounding == RoundingMode.UNNECESSARY, "rounding", "rounding");
    }

    /** The host of every link that is sent or printed; the others lead to the same portal. */
    public String canonicalHost() {
        return hosts.getFirst();
    }

    /** What claiming is called to a person who is signed in: where an account begins with a contract, it adds another. */
    public String claimWord() {
        return claims.order() == ClaimRule.Order.CLAIM_FIRST ? words.claimAnother() : words.claim();
    }

    /** How many m³ a dwelling of that postcode uses in a year, where the utility says so. */
    public Optional<Integer> comparableUse(String postcode) {
        return comparableDwellings.stream()
                .filter(dwellings -> dwellings.postcode().equals(postcode))
                .map(ComparableDwellings::cubicMetresAYear)
                .findFirst();
    }

    /** Whether subscribers of this utility may sign in by FranceConnect. */
    public boolean offersFranceConnect() {
        return franceConnect != null && login.contains(LoginMethod.FRANCE_CONNECT);
    }

    /** Whether this utility offers that part of the portal. */
    public boolean offers(Feature feature) {
        return features.contains(feature);
    }
}
