package fr.ondine.platform.stories;

import java.util.HashSet;
import java.util.Set;

/** Files of the billing software that are loaded, whole or in part. */
final class ArchiveDeeds {

    private final Story story;
    private final Software software;
    private final SoftwareDeeds deeds;

    ArchiveDeeds(Story story) {
        this.story = story;
        software = story.software;
        deeds = new SoftwareDeeds(story);
    }

    Deed whole() {
        return load(software.archive(story.today(), one -> true), "");
    }

    Deed news() {
        return load(software.archive(story.today(), Software::isNews), "");
    }

    /** An invoice that the portal has, and the file does not. */
    Deed withoutOne(Step step) {
        var some = software.bills.stream().filter(bill -> bill.isTold).toList();
        if (some.isEmpty()) {
            return Deed.NONE;
        }
        var gone = step.of(some);
        return load(software.archive(story.today(), one -> one != gone), "without " + gone.number + " ");
    }

    /** With nothing new, and nothing to be changed. */
    Deed again() {
        var same = software.archive(
                story.today(), one -> !Software.isNews(one) || one instanceof Receipt receipt && receipt.isTold);
        return same.receipts().stream().anyMatch(Software::isNews) ? Deed.NONE : load(same, "the same ");
    }

    /** The number is another person's from today on. */
    Deed passesOn(Party party) {
        if (party.isPassedOn || party.end != null || !story.today().isAfter(party.start)) {
            return Deed.NONE;
        }
        var next = new Party(
                party.name + "'", "T" + software.number(), party.place, party.number, party.method, story.today());
        next.older.addAll(party.older);
        party.isPassedOn = true;
        party.end = story.today().minusDays(1);
        software.parties.add(next);
        var archive = software.archive(story.today(), one -> true);
        var news = archive.news();
        var touched = new HashSet<>(deeds.load(archive));
        story.open(next);
        touched.add(party);
        touched.add(next);
        return new Deed("of " + party + " to " + next + " " + news, touched, () -> deeds.load(archive));
    }

    Deed renumbers(Party party) {
        if (party.isPassedOn) {
            return Deed.NONE;
        }
        var before = party.number;
        party.number = software.number();
        party.older.add(before);
        software.parties.stream()
                .filter(other -> other != party && other.number.equals(before))
                .forEach(other -> other.number = party.number);
        var archive = software.archive(story.today(), one -> true);
        var news = archive.news();
        return new Deed(party + " " + news, deeds.load(archive), () -> deeds.load(archive));
    }

    private Deed load(Archive archive, String words) {
        var news = archive.news();
        Set<Party> touched = deeds.load(archive);
        return new Deed(words + news, touched, () -> deeds.load(archive));
    }
}
