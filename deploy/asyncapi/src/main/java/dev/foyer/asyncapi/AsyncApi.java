package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * The document: every topic that has contracts, its records, and who of us writes and reads it. Journals and snapshots
 * have none: they are nobody else's affair and may change with any release.
 */
public final class AsyncApi {

    private static final String DESCRIPTION = """
            All topics of Foyer that carry a contract, and every record in them. Written from Foyer's side: `send` is what
            a service of ours writes, `receive` what it reads; you do the opposite.

            Topics with the tag `public` say what happened at all tenants: our services and operators may read them, no
            tenant may. `inbound` ones are written by a tenant's own systems; `internal` ones are between our services,
            nobody else may use them. The broker refuses whom x-foyer-access does not name. Journals, snapshots
            and dead letters are not described: no contract keeps them as they are.

            Records are CloudEvents 1.0 in Kafka binary mode with JSON data. Optional fields may be added to a version,
            anything else makes a new one: ignore fields and skip types that you do not know. No record carries a PIN in
            clear. A record may be read again: its ce_id with its ce_source is the same then.

            Made by `./foyer asyncapi` from the contract files and deploy/topics.yaml; edit those.
            """;

    private final Repository repository;
    private final ContractFiles files;
    private final List<Channel> channels;

    private AsyncApi(Repository repository, ContractFiles files, List<Channel> channels) {
        this.repository = repository;
        this.files = files;
        this.channels = channels;
    }

    /**
     * Reads what the document is made from.
     *
     * @throws dev.foyer.local.CannotRun with one sentence when a file is missing or says what cannot be described
     */
    public static AsyncApi of(Repository repository) {
        TopicList list = TopicList.read(repository.topics());
        ContractFiles files = new ContractFiles(repository.root());
        List<Channel> own = files.byFolder().entrySet().stream()
                .map(folder -> Channel.of(folder.getKey(), folder.getValue(), list))
                .toList();
        Stream<Channel> copies = list.topics().stream()
                .filter(topic -> !topic.copies().isEmpty())
                .map(topic -> Channel.ofCopies(topic, own));
        return new AsyncApi(
                repository, files, Stream.concat(own.stream(), copies).toList());
    }

    /** The document as a tree; the same files give the same tree in the same order. */
    public ObjectNode document() {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.put("id", "urn:foyer");
        ObjectNode info = document.putObject("info");
        // Each contract has a version of its own; this one would change with an incompatible change of the whole.
        info.put("title", "Foyer").put("version", "1.0.0").put("description", DESCRIPTION);
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", "application/json");
        ObjectNode described = document.putObject("channels");
        channels.forEach(channel -> describe(channel, described.putObject(channel.id())));
        operations(document.putObject("operations"));
        components(document.putObject("components"));
        return document;
    }

    private static void describe(Channel channel, ObjectNode written) {
        written.put("address", channel.address());
        written.put("description", channel.description());
        ObjectNode messages = written.putObject("messages");
        channel.contracts()
                .forEach(contract -> messages.putObject(channel.hasCopies() ? contract.id() : contract.name())
                        .put("$ref", "#/components/messages/" + contract.id()));
        if (channel.ofTenants()) {
            ObjectNode tenant = written.putObject("parameters").putObject("tenant");
            tenant.put("description", "The organization whose topic it is; access to the topic proves it.");
            tenant.putArray("examples").add("contoso.com");
        }
        written.putArray("tags").addObject().put("name", channel.kind());
        channel.declared().ifPresent(topic -> bind(topic, written.putObject("bindings")));
        ObjectNode access = written.putObject("x-foyer-access");
        ArrayNode writers = access.putArray("writers");
        channel.writers().forEach(writers::add);
        ArrayNode readers = access.putArray("readers");
        channel.readers().forEach(readers::add);
    }

    private static void bind(Topic topic, ObjectNode bindings) {
        ObjectNode kafka = bindings.putObject("kafka").put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.cleanup().name());
        configuration.put("retention.ms", topic.retentionMillis());
        kafka.put("bindingVersion", Messages.BINDING);
    }

    private void operations(ObjectNode all) {
        for (Channel channel : channels) {
            channel.writers().stream().filter(this::isOurs).forEach(writer -> operation(all, channel, "send", writer));
            channel.readers().stream()
                    .filter(this::isOurs)
                    .forEach(reader -> operation(all, channel, "receive", reader));
        }
    }

    private static void operation(ObjectNode all, Channel channel, String action, String service) {
        ObjectNode operation = all.putObject(service + "." + action + "." + channel.id());
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + channel.id());
        operation.put("summary", service + (action.equals("send") ? " writes " : " reads ") + channel.address() + ".");
        operation.putArray("tags").addObject().put("name", service);
    }

    /** A module of this checkout, not words about somebody else. */
    private boolean isOurs(String name) {
        return Files.isRegularFile(repository.root().resolve(name).resolve("pom.xml"));
    }

    private void components(ObjectNode components) {
        ObjectNode schemas = components.putObject("schemas");
        ObjectNode messages = components.putObject("messages");
        ObjectNode traits = components.putObject("messageTraits");
        for (Channel channel : channels) {
            if (channel.hasCopies()) {
                continue;
            }
            for (Contract contract : channel.contracts()) {
                Envelope envelope = Envelope.around(channel, contract);
                if (!traits.has(envelope.id())) {
                    schemas.set(envelope.id(), Schemas.embedded(envelope.schema(files)));
                    Messages.trait(envelope, traits.putObject(envelope.id()));
                }
                schemas.set(contract.id(), Schemas.embedded(contract.schema()));
                Messages.write(channel, contract, messages.putObject(contract.id()));
            }
        }
    }
}
