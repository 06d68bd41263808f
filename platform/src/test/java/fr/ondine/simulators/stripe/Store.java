package fr.ondine.simulators.stripe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What one account holds, by table and id; what goes in and out are copies. */
final class Store {

    private final String account;
    private final Journal journal;
    private final Map<String, LinkedHashMap<String, ObjectNode>> tables = new TreeMap<>();

    Store(String account, Journal journal) {
        this.account = account;
        this.journal = journal;
        journal.replay(
                account,
                line -> table(Json.text(line, "table")).put(Json.text(line, "id"), (ObjectNode) line.get("value")));
    }

    synchronized void put(String table, String id, ObjectNode value) {
        table(table).put(id, value.deepCopy());
        journal.append(account, table, id, value);
    }

    synchronized Optional<ObjectNode> find(String table, String id) {
        return Optional.ofNullable(table(table).get(id)).map(ObjectNode::deepCopy);
    }

    synchronized List<ObjectNode> newestFirst(String table) {
        return table(table).values().stream().map(ObjectNode::deepCopy).toList().reversed();
    }

    private LinkedHashMap<String, ObjectNode> table(String name) {
        return tables.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }
}
