<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EmergencyWords</name>
    <message numerus="yes">
        <source>Emergency codes were issued %n time(s) in the last 90 days. Is the right person calling?</source>
        <translation>
            <numerusform>Emergency codes were issued %n time in the last 90 days. Is the right person calling?</numerusform>
            <numerusform>Emergency codes were issued %n times in the last 90 days. Is the right person calling?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in the last 90 days</source>
        <translation>
            <numerusform>%n time in the last 90 days</numerusform>
            <numerusform>%n times in the last 90 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in all</source>
        <translation>
            <numerusform>%n time in all</numerusform>
            <numerusform>%n times in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never used</source>
        <translation>
            <numerusform>%n never used</numerusform>
            <numerusform>%n never used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventGap</name>
    <message numerus="yes">
        <source>More than %n event(s) caught up.</source>
        <translation>
            <numerusform>More than one event caught up.</numerusform>
            <numerusform>More than %n events caught up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) caught up.</source>
        <translation>
            <numerusform>One event caught up.</numerusform>
            <numerusform>%n events caught up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the log were removed meanwhile, as its retention says.</source>
        <translation>
            <numerusform>One event of the log was removed meanwhile, as its retention says.</numerusform>
            <numerusform>%n events of the log were removed meanwhile, as its retention says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyValues</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n failure(s) within %1 lock</source>
        <translation>
            <numerusform>%n failure within %1 locks</numerusform>
            <numerusform>%n failures within %1 lock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offline day(s); a passcode has at least %1 characters</source>
        <translation>
            <numerusform>%n offline day; a passcode has at least %1 characters</numerusform>
            <numerusform>%n offline days; a passcode has at least %1 characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The account is locked after %n failed attempt(s).</source>
        <translation>
            <numerusform>The account is locked after %n failed attempt.</numerusform>
            <numerusform>The account is locked after %n failed attempts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n day(s)</source>
        <translation>
            <numerusform>%1 for %n day</numerusform>
            <numerusform>%1 for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s)</source>
        <translation>
            <numerusform>%n failed attempt</numerusform>
            <numerusform>%n failed attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the code shown now was used; the next one comes in %n second(s)</source>
        <translation>
            <numerusform>the code shown now was used; the next one comes in %n second</numerusform>
            <numerusform>the code shown now was used; the next one comes in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked for as well, after %n wrong code(s)</source>
        <translation>
            <numerusform>asked for as well, after %n wrong code</numerusform>
            <numerusform>asked for as well, after %n wrong codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not asked for; %n wrong code(s)</source>
        <translation>
            <numerusform>not asked for; %n wrong code</numerusform>
            <numerusform>not asked for; %n wrong codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) under way</source>
        <translation>
            <numerusform>%n attempt under way</numerusform>
            <numerusform>%n attempts under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fewer than %n failed attempt(s) within %1</source>
        <translation>
            <numerusform>fewer than %n failed attempt within %1</numerusform>
            <numerusform>fewer than %n failed attempts within %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fewer than %n wrong code(s)</source>
        <translation>
            <numerusform>fewer than %n wrong code</numerusform>
            <numerusform>fewer than %n wrong codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln PIN(s)</source>
        <translation>
            <numerusform>%Ln PIN</numerusform>
            <numerusform>%Ln PINs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln emergency code(s) in use live longer than could be given; they keep their end.</source>
        <translation>
            <numerusform>%Ln emergency code in use lives longer than could be given; it keeps its end.</numerusform>
            <numerusform>%Ln emergency codes in use live longer than could be given; they keep their end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assigned token(s) expire within %1 days.</source>
        <translation>
            <numerusform>%n assigned token expires within %1 days.</numerusform>
            <numerusform>%n assigned tokens expire within %1 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) were locked within %1 minutes. Is somebody trying passwords?</source>
        <translation>
            <numerusform>%n account was locked within %1 minutes. Is somebody trying passwords?</numerusform>
            <numerusform>%n accounts were locked within %1 minutes. Is somebody trying passwords?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>E-mail cannot be sent, %n message(s) wait: %1</source>
        <translation>
            <numerusform>E-mail cannot be sent, %n message waits: %1</numerusform>
            <numerusform>E-mail cannot be sent, %n messages wait: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expire within %n day(s)</source>
        <translation>
            <numerusform>Expire within %n day</numerusform>
            <numerusform>Expire within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enable %Ln account(s)</source>
        <translation>
            <numerusform>Enable %Ln account</numerusform>
            <numerusform>Enable %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %Ln account(s)</source>
        <translation>
            <numerusform>Disable %Ln account</numerusform>
            <numerusform>Disable %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %Ln account(s)</source>
        <translation>
            <numerusform>Unlock %Ln account</numerusform>
            <numerusform>Unlock %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %Ln account(s) again</source>
        <translation>
            <numerusform>Lock %Ln account again</numerusform>
            <numerusform>Lock %Ln accounts again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln account(s) to a domain</source>
        <translation>
            <numerusform>Move %Ln account to a domain</numerusform>
            <numerusform>Move %Ln accounts to a domain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the end of %Ln account(s)</source>
        <translation>
            <numerusform>Set the end of %Ln account</numerusform>
            <numerusform>Set the end of %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln account(s)</source>
        <translation>
            <numerusform>Delete %Ln account</numerusform>
            <numerusform>Delete %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln account(s)</source>
        <translation>
            <numerusform>Restore %Ln account</numerusform>
            <numerusform>Restore %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enable %Ln token(s)</source>
        <translation>
            <numerusform>Enable %Ln token</numerusform>
            <numerusform>Enable %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %Ln token(s)</source>
        <translation>
            <numerusform>Disable %Ln token</numerusform>
            <numerusform>Disable %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unassign %Ln token(s)</source>
        <translation>
            <numerusform>Unassign %Ln token</numerusform>
            <numerusform>Unassign %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln token(s) back</source>
        <translation>
            <numerusform>Give %Ln token back</numerusform>
            <numerusform>Give %Ln tokens back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln token(s) to a domain</source>
        <translation>
            <numerusform>Move %Ln token to a domain</numerusform>
            <numerusform>Move %Ln tokens to a domain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the expiry of %Ln token(s)</source>
        <translation>
            <numerusform>Set the expiry of %Ln token</numerusform>
            <numerusform>Set the expiry of %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear the PINs of %Ln token(s)</source>
        <translation>
            <numerusform>Clear the PIN of %Ln token</numerusform>
            <numerusform>Clear the PINs of %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask for new PINs of %Ln token(s)</source>
        <translation>
            <numerusform>Ask for a new PIN of %Ln token</numerusform>
            <numerusform>Ask for new PINs of %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put the PINs of %Ln token(s) back</source>
        <translation>
            <numerusform>Put the PIN of %Ln token back</numerusform>
            <numerusform>Put the PINs of %Ln tokens back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the PINs of %Ln token(s)</source>
        <translation>
            <numerusform>Keep the PIN of %Ln token</numerusform>
            <numerusform>Keep the PINs of %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln token(s)</source>
        <translation>
            <numerusform>Delete %Ln token</numerusform>
            <numerusform>Delete %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln token(s)</source>
        <translation>
            <numerusform>Restore %Ln token</numerusform>
            <numerusform>Restore %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln will change.</source>
        <translation>
            <numerusform>%Ln will change.</numerusform>
            <numerusform>%Ln will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is (are) so already.</source>
        <translation>
            <numerusform>%Ln is so already.</numerusform>
            <numerusform>%Ln are so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is (are) left alone.</source>
        <translation>
            <numerusform>%Ln is left alone.</numerusform>
            <numerusform>%Ln are left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed.</source>
        <translation>
            <numerusform>%Ln changed.</numerusform>
            <numerusform>%Ln changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused meanwhile.</source>
        <translation>
            <numerusform>%Ln refused meanwhile.</numerusform>
            <numerusform>%Ln refused meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left.</source>
        <translation>
            <numerusform>%Ln left.</numerusform>
            <numerusform>%Ln left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The offline days of %n people end before Monday.</source>
        <translation>
            <numerusform>The offline days of one person end before Monday.</numerusform>
            <numerusform>The offline days of %n people end before Monday.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workstation(s) hold offline data of people who have left.</source>
        <translation>
            <numerusform>%n workstation holds offline data of people who have left.</numerusform>
            <numerusform>%n workstations hold offline data of people who have left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>that are left</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>that are left</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln workstation(s)</source>
        <translation>
            <numerusform>%Ln workstation</numerusform>
            <numerusform>%Ln workstations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask for %n character(s)</source>
        <translation>
            <numerusform>Ask for %n character</numerusform>
            <numerusform>Ask for %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkstationOutlook</name>
    <message numerus="yes">
        <source>%n of its people must sign in there with a network before %1.</source>
        <translation>
            <numerusform>One of its people must sign in there with a network before %1.</numerusform>
            <numerusform>%n of its people must sign in there with a network before %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its people must sign in there with a network now.</source>
        <translation>
            <numerusform>One of its people must sign in there with a network now.</numerusform>
            <numerusform>%n of its people must sign in there with a network now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::CallerVerificationModel</name>
    <message numerus="yes">
        <source>%n more point(s) open the next.</source>
        <translation>
            <numerusform>%n more point opens the next.</numerusform>
            <numerusform>%n more points open the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::ImportModel</name>
    <message numerus="yes">
        <source>%n would be imported</source>
        <translation>
            <numerusform>%n would be imported</numerusform>
            <numerusform>%n would be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be replaced</source>
        <translation>
            <numerusform>%n would be replaced</numerusform>
            <numerusform>%n would be replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be taken</source>
        <translation>
            <numerusform>%n cannot be taken</numerusform>
            <numerusform>%n cannot be taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::OfflineTrialModel</name>
    <message numerus="yes">
        <source>So far it would have made %n decision(s) differently.</source>
        <translation>
            <numerusform>So far it would have made one decision differently.</numerusform>
            <numerusform>So far it would have made %n decisions differently.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::OfflineVerdictsModel</name>
    <message numerus="yes">
        <source>A passcode of %n character(s): allowed, %1</source>
        <translation>
            <numerusform>A passcode of %n character: allowed, %1</numerusform>
            <numerusform>A passcode of %n characters: allowed, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A passcode of %n character(s): refused, %1</source>
        <translation>
            <numerusform>A passcode of %n character: refused, %1</numerusform>
            <numerusform>A passcode of %n characters: refused, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::PolicyHistoryModel</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::PolicyPreviewModel</name>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln domain</numerusform>
            <numerusform>%Ln domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::ReadinessModel</name>
    <message numerus="yes">
        <source>%n person(s) could sign in without a network today</source>
        <translation>
            <numerusform>%n person could sign in without a network today</numerusform>
            <numerusform>%n people could sign in without a network today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, on %n workstation(s) that are enrolled.</source>
        <translation>
            <numerusform>; %n workstation is enrolled.</numerusform>
            <numerusform>; %n workstations are enrolled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workstation(s) silent</source>
        <translation>
            <numerusform>%n workstation silent</numerusform>
            <numerusform>%n workstations silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have run out</source>
        <translation>
            <numerusform>%n person has run out</numerusform>
            <numerusform>%n people have run out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) run out before %1</source>
        <translation>
            <numerusform>%n person runs out before %1</numerusform>
            <numerusform>%n people run out before %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) run out soon</source>
        <translation>
            <numerusform>%n person runs out soon</numerusform>
            <numerusform>%n people run out soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workstation(s) hold offline data of leavers</source>
        <translation>
            <numerusform>%n workstation holds offline data of leavers</numerusform>
            <numerusform>%n workstations hold offline data of leavers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a logon to be renewed</source>
        <translation>
            <numerusform>%n needs a logon to be renewed</numerusform>
            <numerusform>%n need a logon to be renewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be replaced</source>
        <translation>
            <numerusform>%n to be replaced</numerusform>
            <numerusform>%n to be replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ActivityPage</name>
    <message numerus="yes">
        <source>Show %n new</source>
        <translation>
            <numerusform>Show %n new</numerusform>
            <numerusform>Show %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ApprovalsDialog</name>
    <message numerus="yes">
        <source>The caller is verified by %1: %n point(s).</source>
        <translation>
            <numerusform>The caller is verified by %1: %n point.</numerusform>
            <numerusform>The caller is verified by %1: %n points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::BulkDialog</name>
    <message numerus="yes">
        <source>%Ln on the list so far.</source>
        <translation>
            <numerusform>%Ln on the list so far.</numerusform>
            <numerusform>%Ln on the list so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::CallBar</name>
    <message numerus="yes">
        <source>Verified by %1: %n point(s)</source>
        <translation>
            <numerusform>Verified by %1: %n point</numerusform>
            <numerusform>Verified by %1: %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::CallerQuestionsDialog</name>
    <message numerus="yes">
        <source>A person has %n question(s) at most.</source>
        <translation>
            <numerusform>A person has one question at most.</numerusform>
            <numerusform>A person has %n questions at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n security question(s) of %1 are kept.</source>
        <translation>
            <numerusform>One security question of %1 is kept.</numerusform>
            <numerusform>%n security questions of %1 are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ConnectionBanner</name>
    <message numerus="yes">
        <source>Trying again in %n second(s).</source>
        <translation>
            <numerusform>Trying again in %n second.</numerusform>
            <numerusform>Trying again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::EnrolDialog</name>
    <message numerus="yes">
        <source>A code of this token has %n digit(s).</source>
        <translation>
            <numerusform>A code of this token has %n digit.</numerusform>
            <numerusform>A code of this token has %n digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ExportDialog</name>
    <message numerus="yes">
        <source>Export %n token(s)</source>
        <translation>
            <numerusform>Export %n token</numerusform>
            <numerusform>Export %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters; several words are best.</source>
        <translation>
            <numerusform>At least %n character; several words are best.</numerusform>
            <numerusform>At least %n characters; several words are best.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ExtendDialog</name>
    <message numerus="yes">
        <source>%Ln come(s) at the next contact of the workstation</source>
        <translation>
            <numerusform>%Ln comes at the next contact of the workstation</numerusform>
            <numerusform>%Ln come at the next contact of the workstation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) the person to sign in there with a network</source>
        <translation>
            <numerusform>%Ln needs the person to sign in there with a network</numerusform>
            <numerusform>%Ln need the person to sign in there with a network</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n token(s)</source>
        <translation>
            <numerusform>Import %n token</numerusform>
            <numerusform>Import %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::MoveDomainDialog</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 policy: “%3” becomes “%4” for %Ln people.</source>
        <translation>
            <numerusform>%1, %2 policy: “%3” becomes “%4” for %Ln person.</numerusform>
            <numerusform>%1, %2 policy: “%3” becomes “%4” for %Ln people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gains sight of %Ln people.</source>
        <translation>
            <numerusform>%1 gains sight of %Ln person.</numerusform>
            <numerusform>%1 gains sight of %Ln people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 loses sight of %Ln people.</source>
        <translation>
            <numerusform>%1 loses sight of %Ln person.</numerusform>
            <numerusform>%1 loses sight of %Ln people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domains</source>
        <translation>
            <numerusform>%Ln domain</numerusform>
            <numerusform>%Ln domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::NotificationSettingsDialog</name>
    <message numerus="yes">
        <source>Sent over %1. %n message(s) wait: %2</source>
        <translation>
            <numerusform>Sent over %1. %n message waits: %2</numerusform>
            <numerusform>Sent over %1. %n messages wait: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::PasswordField</name>
    <message numerus="yes">
        <source>Too short: %n more character(s).</source>
        <translation>
            <numerusform>Too short: %n more character.</numerusform>
            <numerusform>Too short: %n more characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::PickList</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReadinessBar</name>
    <message numerus="yes">
        <source>%n could not be changed: %1</source>
        <translation>
            <numerusform>%n could not be changed: %1</numerusform>
            <numerusform>%n could not be changed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked: the workstation removes the offline data at its next contact.</source>
        <translation>
            <numerusform>%Ln revoked: the workstation removes the offline data at its next contact.</numerusform>
            <numerusform>%Ln revoked: the workstations remove the offline data at their next contact.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: nothing renews them.</source>
        <translation>
            <numerusform>%Ln left out: nothing renews it.</numerusform>
            <numerusform>%Ln left out: nothing renews them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReportEditor</name>
    <message numerus="yes">
        <source>All %n rows, as of now</source>
        <translation>
            <numerusform>The one row, as of now</numerusform>
            <numerusform>All %n rows, as of now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n, as of now</source>
        <translation>
            <numerusform>The first, as of now</numerusform>
            <numerusform>The first %n, as of now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::RestoreDialog</name>
    <message numerus="yes">
        <source>%n token(s) given back.</source>
        <translation>
            <numerusform>%n token given back.</numerusform>
            <numerusform>%n tokens given back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ResyncDialog</name>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A code of this token has %n digit(s).</source>
        <translation>
            <numerusform>A code of this token has %n digit.</numerusform>
            <numerusform>A code of this token has %n digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::RevokeSetsDialog</name>
    <message numerus="yes">
        <source>Revoke offline data on %n workstation(s)</source>
        <translation>
            <numerusform>Revoke offline data on %n workstation</numerusform>
            <numerusform>Revoke offline data on %n workstations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::RoleDialog</name>
    <message numerus="yes">
        <source>%n people have this role: a change is theirs at once.</source>
        <translation>
            <numerusform>%n person has this role: a change is theirs at once.</numerusform>
            <numerusform>%n people have this role: a change is theirs at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::SaveViewDialog</name>
    <message numerus="yes">
        <source>There are %n view(s) already. Delete one first.</source>
        <translation>
            <numerusform>There is one view already. Delete one first.</numerusform>
            <numerusform>There are %n views already. Delete one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokenDetails</name>
    <message numerus="yes">
        <source>%1, %n digit(s)</source>
        <translation>
            <numerusform>%1, %n digit</numerusform>
            <numerusform>%1, %n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n since the last good one</source>
        <translation>
            <numerusform>%n since the last good one</numerusform>
            <numerusform>%n since the last good one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) fast</source>
        <translation>
            <numerusform>%n step fast</numerusform>
            <numerusform>%n steps fast</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) slow</source>
        <translation>
            <numerusform>%n step slow</numerusform>
            <numerusform>%n steps slow</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokensPage</name>
    <message numerus="yes">
        <source>%Ln token(s) chosen</source>
        <translation>
            <numerusform>%Ln token chosen</numerusform>
            <numerusform>%Ln tokens chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) imported.</source>
        <translation>
            <numerusform>%n token imported.</numerusform>
            <numerusform>%n tokens imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::TryDomainDialog</name>
    <message numerus="yes">
        <source>%1 (%n person(s))</source>
        <translation>
            <numerusform>%1 (%n person)</numerusform>
            <numerusform>%1 (%n people)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::UserCard</name>
    <message numerus="yes">
        <source>%n more workstation(s)</source>
        <translation>
            <numerusform>%n more workstation</numerusform>
            <numerusform>%n more workstations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::UsersPage</name>
    <message numerus="yes">
        <source>%Ln user(s) chosen</source>
        <translation>
            <numerusform>%Ln user chosen</numerusform>
            <numerusform>%Ln users chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::VerificationDialog</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified by %1: %n point(s)</source>
        <translation>
            <numerusform>Verified by %1: %n point</numerusform>
            <numerusform>Verified by %1: %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::WorkstationActions</name>
    <message numerus="yes">
        <source>%n token(s) were changed.</source>
        <translation>
            <numerusform>%n token was changed.</numerusform>
            <numerusform>%n tokens were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) stayed as they were: look at them yourself.</source>
        <translation>
            <numerusform>%n token stayed as it was: look at it yourself.</numerusform>
            <numerusform>%n tokens stayed as they were: look at them yourself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::WorkstationsPage</name>
    <message numerus="yes">
        <source>%1, and %n revoked</source>
        <translation>
            <numerusform>%1, and %n revoked</numerusform>
            <numerusform>%1, and %n revoked</numerusform>
        </translation>
    </message>
</context>
</TS>
