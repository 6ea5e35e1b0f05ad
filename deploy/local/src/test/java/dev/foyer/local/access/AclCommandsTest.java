package dev.foyer.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.TopicList;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.Test;

class AclCommandsTest {

    private static final TopicList TOPICS =
            TopicList.read(Repository.find().topics()).of(List.of("contoso.com", "contoso.com.au"));

    private final List<AclBinding> rules =
            AccessRules.of(TOPICS, List.of("operator")).stream().toList();

    @Test
    void everyRuleIsLiteral() {
        rules.forEach(rule -> assertEquals(PatternType.LITERAL, rule.pattern().patternType(), rule::toString));
    }

    @Test
    void commandsNameEachTopicOfATenantOnItsOwn() {
        List<String> commands = AclCommands.of(rules);
        String kafkaAcls = "kafka-acls.sh --bootstrap-server \"$BROKER\" --command-config \"$ADMIN\" --add"
                + " --allow-principal User:";
        assertTrue(
                commands.contains(kafkaAcls + "contoso.com --operation write --resource-pattern-type literal --topic"
                        + " in.contoso.com.bridge --topic in.contoso.com.directory --topic in.contoso.com.organizer"),
                () -> String.join("\n", commands));
        assertTrue(
                commands.contains(kafkaAcls + "pin-service --operation read --resource-pattern-type literal --group"
                        + " pin-service.in.directory --group pin-service.meeting.events --group pin-service.owners"),
                () -> String.join("\n", commands));
        assertTrue(commands.stream()
                .filter(command -> command.contains("--transactional-id"))
                .allMatch(command -> command.contains("-service-2-1")));
    }
}
