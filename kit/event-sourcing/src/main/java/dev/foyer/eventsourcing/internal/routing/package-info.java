/**
 * Any instance takes any command: what it does not own it forwards to the owner, named by the group's own metadata, and
 * tries again while ownership moves. An instance does not forward what was forwarded to it: {@link
 * dev.foyer.eventsourcing.internal.routing.ForwardedCommandHandler} asks its own runtime only, so there is no loop.
 *
 * <p>Requests for one partition share a {@link dev.foyer.eventsourcing.internal.routing.PartitionForwarder}: what gathers
 * while HTTP requests are in flight goes as one {@code POST /internal/commands}, and is answered as one, in the same order:
 *
 * <pre>
 * {"hops":2,"millisecondsLeft":9950,"asks":[
 *   {"@type":"Submit","type":"user","format":"...","id":"contoso.com/u-17","command":{...},
 *    "meta":{"commandId":"...","correlationId":"...","actor":{"name":"...","role":"...","userId":"..."},"credential":{"value":"..."}}},
 *   {"@type":"Read","type":"user","format":"...","id":"contoso.com/u-17"}]}
 *
 * {"outcomes":[
 *   {"@type":"Done","answer":{...},"positions":[{"topic":"pin.events","partition":2,"offset":4711}],"repeated":false},
 *   {"@type":"State","state":{...}}]}
 * </pre>
 *
 * Other outcomes: {@code Refused{reason}}, {@code NotNow{reason,detail}}, {@code NotUnderstood} and {@code
 * Failed{failureId}}. Commands, answers, refusals and states are in the {@link dev.foyer.eventsourcing.WireFormats} of
 * their kind; they may hold secrets and are in no log and no message. What a request made carries its {@link
 * dev.foyer.base.Credential} on, which the owner checks: {@link dev.foyer.eventsourcing.ForwardedCommandVerifier}.
 *
 * <p>Start reading at {@link dev.foyer.eventsourcing.internal.routing.RoutedCommands}.
 */
package dev.foyer.eventsourcing.internal.routing;
