package fr.ondine.demo.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every dossier of a utility as of a day; each is made when asked for, so that none is held. */
record DossierBook(DemoUtility utility, LocalDate today) {

    Stream<Dossier> dossiers() {
        return IntStream.range(0, utility.dossiers()).mapToObj(this::dossier);
    }

    /** The main dossier and those after it, until each kind was there. */
    Stream<Dossier> firstDossiers() {
        return IntStream.range(utility.mainDossier(), utility.mainDossier() + 30)
                .mapToObj(this::dossier);
    }

    Dossier dossier(int rank) {
        var draw = new Draw(utility, rank, "dossier");
        var story = Story.of(utility, rank);
        var round = Math.floorMod(rank - utility.mainDossier(), 6);
        var halves = new Cycle(today, round).halfYears(utility == DemoUtility.ILEO);
        var arrival = Arrival.of(story, halves, today, draw);
        var holder = Holder.of(utility, holderRank(rank));
        var meters = MeterHistory.of(utility, rank, arrival).sentSince(story, today);
        return new Dossier(
                utility, rank, today, story, holder, address(rank, draw), meters, contracts(rank, story, arrival));
    }

    /** Now and then a holder has two addresses. */
    private int holderRank(int rank) {
        var distance = Math.floorMod(rank - utility.mainDossier(), 30);
        return utility != DemoUtility.MALESHERBOIS && distance == 1 ? rank - 1 : rank;
    }

    private Address address(int rank, Draw draw) {
        if (utility == DemoUtility.MALESHERBOIS && rank == utility.mainDossier()) {
            return new Address("99 rue de la Piloinne", "Malesherbes", "45330", "Le Malesherbois");
        }
        return Address.in(draw.of(utility.communes()), draw);
    }

    private List<Contract> contracts(int rank, Story story, Arrival arrival) {
        return utility.services().stream()
                .map(service -> contract(rank, service, story, arrival))
                .toList();
    }

    private Contract contract(int rank, Service service, Story story, Arrival arrival) {
        var draw = new Draw(utility, rank, "contract" + service);
        var number = utility.agreementNumber(rank, service);
        var former = utility.formerNumber(rank).filter(n -> arrival.startedOn().isBefore(DemoUtility.RENUMBERED_ON));
        var method = paymentMethod(story, service, draw);
        var account = Optional.of(BankAccount.of(draw, number, arrival.startedOn()));
        return new Contract(
                number,
                former,
                service,
                "PDS%06d%s".formatted(rank + 1, service == Service.WATER ? "E" : "A"),
                utility.claimKey(draw),
                method,
                arrival.startedOn(),
                arrival.endedOn(),
                account.filter(a -> !method.equals("sur_facture")));
    }

    private static String paymentMethod(Story story, Service service, Draw draw) {
        if (story == Story.MAIN) {
            return service == Service.WATER ? "sur_facture" : "prelevement";
        }
        var chance = draw.between(1, 100);
        return chance <= 60 ? "sur_facture" : chance <= 85 ? "prelevement" : "mensualisation";
    }
}
