<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>EmergencyWords</name>
    <message>
        <source>One code for repeated use, good for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One code for one sign-in, good for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A set of %1 one-time codes, good for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types the PIN and directly after it one of the codes. Each code works once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types the PIN and directly after it the code. It works again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types one of the codes alone, without a PIN. Each code works once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types the code alone, without a PIN. It works again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token itself is refused from now on, in case somebody else has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as the token itself is used again, the codes end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token itself is refused until the codes have expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No emergency code is needed: this removes the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has no token. Assign one; an emergency code only bridges the time until it arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token&apos;s clock or counter may have drifted. Ask the caller for two codes, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller has the token, so no code is needed: after the PIN is cleared, they sign in with the tokencode alone and choose a new PIN. Make sure first that it is really them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token has expired, and a code that stands for it would not work. Give the caller another token first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no PIN yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller signs in with the tokencode alone and is then asked to choose a PIN. Nothing needs to be issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token has no PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller signs in with the tokencode alone. Nothing needs to be issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code cannot reach a workstation without a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency codes are checked by the service. Ask the caller to bring the workstation onto a network, by cable or a phone&apos;s hotspot, and then issue a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not permit to issue emergency codes. Ask a colleague whose role does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code works before this is done: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes that were issued before are still valid; new ones end them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Emergency codes were issued %n time(s) in the last 90 days. Is the right person calling?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date as in 4 May 2026</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyFields</name>
    <message>
        <source>The longest PIN cannot be shorter than the shortest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest life cannot be shorter than the proposed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning cannot come before the days are granted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Lockout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the domain above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Super Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enable and disable accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlock accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assign tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enable and disable tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear PINs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resynchronise tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report tokens lost or found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issue emergency codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view issued emergency codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view security domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit security domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view administrators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit administrators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manage API clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSKC (RFC 6030)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SecurID software tokens (sdtid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>otpauth addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resynchronise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue emergency code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change dates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <comment>account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <comment>account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <comment>account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HOTP (counter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOTP (time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SecurID software token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN, then tokencode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN mixed in by the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <comment>PIN</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be chosen</source>
        <comment>PIN</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <comment>PIN</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be changed</source>
        <comment>PIN</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One code, valid again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set of one-time codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it and end the emergency codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it once the emergency codes have expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN followed by the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <comment>emergency code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used up</source>
        <comment>emergency code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>emergency code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>emergency code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <comment>log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration</source>
        <comment>log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <comment>log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was asked for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 signed in to the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 was refused at the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 signed out of the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account of %1 was locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chose a new PIN for token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 offered a new PIN for token %2 that the policy does not allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %2 took over from token %4 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %2 of %1, reported lost, was used again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 issued emergency codes to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emergency codes of %1 were cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 added %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 changed the account of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 enabled the account of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 disabled the account of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 unlocked the account of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 set a console password for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 deleted the account of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 assigned token %2 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 took token %2 back from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 gave %1 token %4 to replace token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 resynchronised token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 could not resynchronise token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 changed token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 enabled token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 disabled token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 cleared the PIN of token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 reported token %2 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 marked token %2 as found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 deleted token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 imported tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 made %1 an administrator: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 ended the administration of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 made the domain %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 changed the domain %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 deleted the domain %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 made the lockout policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 changed the lockout policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 deleted the lockout policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 made the token policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 changed the token policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 deleted the token policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 made the offline policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 changed the offline policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 deleted the offline policy %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 gave the program %4 a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 changed the program %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 let the program %4 in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 shut the program %4 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 deleted the program %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 ran the report %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> with an emergency code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> with token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is encrypted under a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open the record, or the record is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is encrypted under a key that was agreed beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key does not open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the file shows that its values are unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no PSKC key container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no sdtid file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has no serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record holds no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record holds a PIN for another record, not a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token answers challenges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the token&apos;s codes is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token would expire before it becomes valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase that came with the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase again; upper and lower case count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter that key, in hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key against what its sender gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the file with a serial number in each record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the file with the secrets in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: people choose their PIN at their first sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the file with the right dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file is there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts are never locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) within %1 lock</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>an administrator unlocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlocked after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PINs of %1 to %2 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PINs of %1 to %2 letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; emergency codes live %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offline sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n offline day(s); a passcode has at least %1 characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The service does not answer. It will be tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service took too long to answer. It will be tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such server was found. Check its address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not the expected one; nothing was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the service was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is out of reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be read. Is it of the same version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Is the disk full, or the folder protected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled service (holdfastd) was not found beside this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled service could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled service did not become ready in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled service refused to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another console is using this data. Close it, or connect to its service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no keychain; the service keeps its keys in a folder that only you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked or refused; unlock it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong, or the account is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passcode is needed as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not permit this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This belongs to a domain outside your scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person&apos;s role ranks above yours; ask somebody of that rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has an administrator already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Look at their change first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was issued already and cannot be shown again. Issue anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same request was made before with other content. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This logon name is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such security domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A domain of this name is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain still holds people, tokens or domains. Move them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root domain cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end must come after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This policy is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy of this name is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default policy applies where nothing else does; it cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domains use this policy. Give them another first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy of this person&apos;s domain does not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token belongs to somebody. Unassign it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token belongs to nobody. Assign it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token has expired. Assign another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was replaced by another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is reported lost. Mark it as found first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is used without a PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token&apos;s record is damaged; replace the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has as many tokens as one may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has no token. Assign one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token cannot replace itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replacement of this token is pending already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two codes do not follow each other on this token. Check its serial number, and take two fresh codes one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has changed. Load it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is very busy. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot reach its storage now. Is its disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service made a mistake; its log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this input is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible in the present state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is not available now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program did not say which version it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too short or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is outside the range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the offered values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds a character that cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password has at least 12 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has this logon name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account is disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account has not started yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token is disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token is reported lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token was replaced by another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token&apos;s record is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token belongs to nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emergency codes stand for the token until they are over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code was used before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account has no password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the emergency code was used before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the emergency code has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the emergency code was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next tokencode is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new PIN is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new PIN does not fit the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the calling program is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many sign-ins were waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service stopped during the attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The account is locked after %n failed attempt(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It unlocks by itself at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator must unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is valid only from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has not started yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account ended on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token to sign in with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is reported lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 expired on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 was replaced by another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of token %1 is damaged; it must be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 has lost its PIN; clear it so that a new one is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is refused while its emergency codes are valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All emergency codes have been used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emergency codes expired on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emergency codes have expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emergency codes were cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emergency codes do not work now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what to do, on which token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inherited from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::Console</name>
    <message>
        <source>The service on this computer is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on where you were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::AdministratorsModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::ApiClientsModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::DomainTreeModel</name>
    <message>
        <source>All domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lockout policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline policy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::EmergencyCodeDialogModel</name>
    <message>
        <source>What is missing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it needed for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is not at hand, but will be back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is lost, stolen or broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is forgotten; the token is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither token nor PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing, but the codes are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sign-in, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workstation without a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes are issued already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer both questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason or a ticket number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::EmergencyCodesModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>codes left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::EventsModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::ImportModel</name>
    <message numerus="yes">
        <source>%n would be imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be replaced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The file holds no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::OverviewModel</name>
    <message>
        <source>Accounts locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that expire within 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned tokens that have expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People without a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency codes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed sign-ins in 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-ins in 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens ready to be assigned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::PoliciesModel</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::PolicyEditModel</name>
    <message>
        <source>Copy of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::SearchModel</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::Session</name>
    <message>
        <source>Your role does not permit to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::TokensModel</name>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::UserCardModel</name>
    <message>
        <source>The account is unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN of token %1 is cleared; the next sign-in asks for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is reported lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is in use again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is assigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is no longer assigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is in step again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 takes over at its first use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s dates are changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emergency codes are cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can sign in now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot sign in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an emergency code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between ways to sign in</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::models::UsersModel</name>
    <message>
        <source>Logon name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocks by itself %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::AboutDialog</name>
    <message>
        <source>Holdfast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps people signing in when the cloud, the network or a token fails them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ActivityPage</name>
    <message>
        <source>All logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by person, serial or client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading activity…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every sign-in and every change appears here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let new events wait while you read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show new events as they come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export activity as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::AdministrationPage</name>
    <message>
        <source>Administrators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading administrators…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No administrators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give somebody a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add administrator…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No administrator matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading API clients…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No API clients yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A VPN gateway or another program asks this service with a key of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New API client…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No API client matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete API client “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key stops working at once: whoever signs in through this program cannot any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete API client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API client is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::AdministratorDialog</name>
    <message>
        <source>Add an administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who has an account already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For signing in from another machine; at least 12 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this role away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the administration?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a role this person cannot sign in here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all roles away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roles of %1 are saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ApiClientDialog</name>
    <message>
        <source>New API client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program that may ask this service whether a passcode is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appears in the activity, such as “VPN Frankfurt”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, for the header “client-key”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is shown this once: only its fingerprint is kept. If it gets lost, make another client and delete this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::AssignPersonDialog</name>
    <message>
        <source>Assign token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose is it to be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a PIN: the person chooses it at the next logon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is assigned to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::AssignTokenDialog</name>
    <message>
        <source>Assign a token to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that belong to nobody yet. Type the last digits on its back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a PIN: the person chooses it at the next logon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token left to assign. Import some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is assigned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::BulkDialog</name>
    <message numerus="yes">
        <source>Enable %n token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %n token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unassign %n token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Their codes are accepted from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their codes are refused until they are enabled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They belong to nobody then, and their PINs are forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that will change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen token(s) stay(s) as it is: the action does not apply.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n token(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::CardVerdict</name>
    <message>
        <source>Emergency code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue an emergency code (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ChoosePolicyDialog</name>
    <message>
        <source>%1 policy of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does it come from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the new policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with the usual values; change them afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the domain above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy that exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new policy, for this domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the default, whatever is set above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::CodeDisplay</name>
    <message>
        <source>Emergency code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ConnectionBanner</name>
    <message>
        <source>The service&apos;s certificate is not the one that was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s address cannot be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 What you see may be out of date. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::DurationEdit</name>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::EmergencyDialog</name>
    <message>
        <source>Emergency code for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Which token?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INC-1234, token left at home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason or ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required. It stays with the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Works for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the &amp;token returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard is cleared after a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is shown this once: only its fingerprint is kept. If it gets lost, issue another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ExportBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export is cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::FigureTile</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::FilterLine</name>
    <message>
        <source>Show everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::FirstRunPage</name>
    <message>
        <source>Welcome to Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service is new. Say who its first administrator is; everything can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logon name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional; shown beside the program&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for signing in from another machine. Without one, only this desktop signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name that you will sign in with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::HeaderBar</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ImportDialog</name>
    <message>
        <source>Import tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSKC or SecurID (sdtid); the kind is found out from the file&apos;s content. Nothing changes before you press Import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a token file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-shared &amp;key, in hexadecimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial numbers that are there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token files (*.pskc *.pskcxml *.xml *.sdtid *.csv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::Locator</name>
    <message>
        <source>Search people, tokens, pages    Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people, tokens and pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and tokens cannot be searched now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name, an e-mail address or the digits of a serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ to choose, Enter to open, Esc to leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::MainWindow</name>
    <message>
        <source>%1 – Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::NewDomainDialog</name>
    <message>
        <source>New security domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It inherits every policy of the domain above, until it is given its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create domain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::OptionalDate</name>
    <message>
        <source>On a certain day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::OverviewPage</name>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How things stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you now: nobody is locked out, and no token runs out soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overview could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three steps to the first logon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in the file that came with the tokens (PSKC or sdtid).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import tokens…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a person, then assign a token on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New user…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the VPN or another program a key to ask this service with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API clients…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::Pages</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authenticators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lockout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administrators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::PasswordField</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too short: %n more character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Weak: the same characters again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: a few more words would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::PickList</name>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::PoliciesPage</name>
    <message>
        <source>Security domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading domains…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domains could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is created. It inherits every policy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::PolicyForm</name>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock accounts after wrong codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a lock, codes can be guessed for as long as somebody likes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrong codes in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many lock the account. A good code starts the count anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Counted within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older failures are forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlocked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked &amp;after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts only where time unlocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shortest PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Longest PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made &amp;of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PINs of software tokens are digits in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse 1111, 1234, 4321 and the like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokencodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the next code after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever guessed right once must be right twice. 0: never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted at once within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To either side of the token&apos;s own clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted with the next code within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter tokens look ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proposed life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest life that may be &amp;given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No&amp;tes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let people log on to a workstation without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Days granted at each contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Warn when so many are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong &amp;passcodes offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many only an emergency passcode or an online logon is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shortest passcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts what is typed: PIN and tokencode together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also taken, although weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passcodes mixed by an app, which are shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens without a PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed passcodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency codes on the workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one that replaces the tokencode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one that replaces PIN and tokencode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters as well as digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report offline logons at the next contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::PolicyPanel</name>
    <message>
        <source>Choose another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No domain is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere (the root domain)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes here are not applied yet. Apply or revert them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This policy could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has changed this policy meanwhile. Take their version and do yours again, or overwrite theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the default: changes apply wherever nothing else is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set on %1; changes apply there and below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now takes “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReplaceTokenDialog</name>
    <message>
        <source>Replace token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old token goes on working until the new one is used for the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN stays the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number of the new token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token left to assign. Import some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new token takes over at its first use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ResyncDialog</name>
    <message>
        <source>Resynchronise token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the code on the display now, without PIN, then for the next one once it has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a code without PIN, then for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First code</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resynchronise</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A code of this token has %n digit(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The same code twice: wait until the display changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is in step again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::SerialLabel</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy serial number %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::Shell</name>
    <message>
        <source>Ctrl+%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export activity as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people, tokens, pages and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue an emergency code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back; clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account asks for a passcode of its token besides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the address of the service, such as https://holdfast.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only https protects the password on the way; http is for this machine alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your logon name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::StartPage</name>
    <message>
        <source>Starting Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::TablePane</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choices above leave nothing over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing contains “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokenActions</name>
    <message>
        <source>Assign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resynchronise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear PIN…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as lost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassign token %1 from %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its PIN is forgotten. Assigned again, the token starts with a new PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassign token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 belongs to nobody now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the PIN of token %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the next logon the person types the tokencode alone and chooses a new PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN of token %1 is cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is found and works again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete token %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its seed is destroyed. To use the token again, its file must be imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokenDetails</name>
    <message>
        <source>It belongs to nobody and can be assigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After wrong codes the next logon asks for two codes in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes are refused until it is enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes are refused until it is marked as found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes are accepted from its first day on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes are refused. Replace it by another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another token has taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the user card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list, or press Ctrl+K and type its last digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n digit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, every %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n since the last good one</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) fast</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) slow</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokenLostDialog</name>
    <message>
        <source>Mark token %1 as lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes are refused from now on. If it turns up again, it can be marked as found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or a ticket number; stays with the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 is marked as lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokensPage</name>
    <message>
        <source>Any state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by serial number or owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading tokens…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tokens yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens come from the file that their maker sent, or from an app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import tokens…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) imported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::TreeDelegate</name>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inherited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::UserCard</name>
    <message>
        <source>expired %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for the next code as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be replaced by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token. Assign one, or issue an emergency code for today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None was ever issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”, issued by %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this emergency code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies that apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person in the list, or press Ctrl+K and type a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this emergency code?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops working at once and cannot be brought back; a new one can be issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete user…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account and its emergency codes are gone for good; its tokens become free. The activity stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::UserDialog</name>
    <message>
        <source>New user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the very first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logon name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shown name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security &amp;domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides which policies apply and who administers the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid &amp;until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>holdfast::views::UsersPage</name>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, e-mail or domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading users…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who sign in with a token or an emergency code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New user…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No user matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New user (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is created.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The Holdfast console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of the service that the console starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service that runs elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To open first: overview, users, tokens, policies, activity, administration.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
