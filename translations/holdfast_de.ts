<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>EmergencyWords</name>
    <message>
        <source>One code for repeated use, good for %1</source>
        <translation>Ein Code zur mehrfachen Verwendung, gültig für %1</translation>
    </message>
    <message>
        <source>One code for one sign-in, good for %1</source>
        <translation>Ein Code für eine Anmeldung, gültig für %1</translation>
    </message>
    <message>
        <source>A set of %1 one-time codes, good for %2</source>
        <translation>Ein Satz von %1 Einmalcodes, gültig für %2</translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types the PIN and directly after it one of the codes. Each code works once.</source>
        <translation>Wo nach dem Passcode gefragt wird, gibt die anrufende Person die PIN ein und direkt dahinter einen der Codes. Jeder Code gilt einmal.</translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types the PIN and directly after it the code. It works again and again.</source>
        <translation>Wo nach dem Passcode gefragt wird, gibt die anrufende Person die PIN ein und direkt dahinter den Code. Er gilt immer wieder.</translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types one of the codes alone, without a PIN. Each code works once.</source>
        <translation>Wo nach dem Passcode gefragt wird, gibt die anrufende Person nur einen der Codes ein, ohne PIN. Jeder Code gilt einmal.</translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types the code alone, without a PIN. It works again and again.</source>
        <translation>Wo nach dem Passcode gefragt wird, gibt die anrufende Person nur den Code ein, ohne PIN. Er gilt immer wieder.</translation>
    </message>
    <message>
        <source>The token itself is refused from now on, in case somebody else has it.</source>
        <translation>Der Token selbst wird ab jetzt abgewiesen, falls ihn jemand anderes hat.</translation>
    </message>
    <message>
        <source>As soon as the token itself is used again, the codes end.</source>
        <translation>Sobald der Token selbst wieder benutzt wird, enden die Codes.</translation>
    </message>
    <message>
        <source>The token itself is refused until the codes have expired.</source>
        <translation>Der Token selbst wird abgewiesen, bis die Codes abgelaufen sind.</translation>
    </message>
    <message>
        <source>No emergency code is needed: this removes the cause.</source>
        <translation>Ein Notfallcode ist nicht nötig: Das hier behebt die Ursache.</translation>
    </message>
    <message>
        <source>This person has no token. Assign one; an emergency code only bridges the time until it arrives.</source>
        <translation>Diese Person hat keinen Token. Weisen Sie einen zu; ein Notfallcode überbrückt nur die Zeit, bis er da ist.</translation>
    </message>
    <message>
        <source>The token&apos;s clock or counter may have drifted. Ask the caller for two codes, one after the other.</source>
        <translation>Uhr oder Zähler des Tokens können abgewichen sein. Lassen Sie sich zwei Codes nacheinander nennen.</translation>
    </message>
    <message>
        <source>The caller has the token, so no code is needed: after the PIN is cleared, they sign in with the tokencode alone and choose a new PIN. Make sure first that it is really them.</source>
        <translation>Der Token ist da, also ist kein Code nötig: Nach dem Löschen der PIN genügt zur Anmeldung der Tokencode allein, und eine neue PIN wird gewählt. Vergewissern Sie sich zuerst, dass es wirklich diese Person ist.</translation>
    </message>
    <message>
        <source>The token has expired, and a code that stands for it would not work. Give the caller another token first.</source>
        <translation>Der Token ist abgelaufen, und ein Code an seiner Stelle würde nicht funktionieren. Geben Sie der Person zuerst einen anderen Token.</translation>
    </message>
    <message>
        <source>There is no PIN yet</source>
        <translation>Es gibt noch keine PIN</translation>
    </message>
    <message>
        <source>The caller signs in with the tokencode alone and is then asked to choose a PIN. Nothing needs to be issued.</source>
        <translation>Zur Anmeldung genügt der Tokencode allein; danach wird eine PIN gewählt. Es muss nichts ausgestellt werden.</translation>
    </message>
    <message>
        <source>This token has no PIN</source>
        <translation>Dieser Token hat keine PIN</translation>
    </message>
    <message>
        <source>The caller signs in with the tokencode alone. Nothing needs to be issued.</source>
        <translation>Zur Anmeldung genügt der Tokencode allein. Es muss nichts ausgestellt werden.</translation>
    </message>
    <message>
        <source>A code cannot reach a workstation without a connection</source>
        <translation>Ein Code erreicht keinen Arbeitsplatz ohne Verbindung</translation>
    </message>
    <message>
        <source>Emergency codes are checked by the service. Ask the caller to bring the workstation onto a network, by cable or a phone&apos;s hotspot, and then issue a code.</source>
        <translation>Notfallcodes prüft der Dienst. Lassen Sie den Arbeitsplatz ans Netz bringen, per Kabel oder über den Hotspot eines Telefons, und stellen Sie dann einen Code aus.</translation>
    </message>
    <message>
        <source>Your role does not permit to issue emergency codes. Ask a colleague whose role does.</source>
        <translation>Ihre Rolle erlaubt es nicht, Notfallcodes auszustellen. Fragen Sie jemanden, dessen Rolle es erlaubt.</translation>
    </message>
    <message>
        <source>No code works before this is done: %1.</source>
        <translation>Kein Code funktioniert, bevor das erledigt ist: %1.</translation>
    </message>
    <message>
        <source>Codes that were issued before are still valid; new ones end them.</source>
        <translation>Früher ausgestellte Codes gelten noch; neue beenden sie.</translation>
    </message>
    <message numerus="yes">
        <source>Emergency codes were issued %n time(s) in the last 90 days. Is the right person calling?</source>
        <translation>
            <numerusform>In den letzten 90 Tagen wurden %n-mal Notfallcodes ausgestellt. Ruft die richtige Person an?</numerusform>
            <numerusform>In den letzten 90 Tagen wurden %n-mal Notfallcodes ausgestellt. Ruft die richtige Person an?</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the last 90 days</source>
        <translation>Nicht in den letzten 90 Tagen</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in the last 90 days</source>
        <translation>
            <numerusform>%n-mal in den letzten 90 Tagen</numerusform>
            <numerusform>%n-mal in den letzten 90 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>(allowed: %1)</source>
        <translation>(erlaubt: %1)</translation>
    </message>
    <message>
        <source>(usual: up to %1)</source>
        <translation>(üblich: bis zu %1)</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in all</source>
        <translation>
            <numerusform>%n-mal insgesamt</numerusform>
            <numerusform>%n-mal insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never used</source>
        <translation>
            <numerusform>%n nie benutzt</numerusform>
            <numerusform>%n nie benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy allows no more codes for this person within 90 days. Ask somebody whose role may overrule the quota.</source>
        <translation>Die Richtlinie erlaubt innerhalb von 90 Tagen keine weiteren Codes für diese Person. Fragen Sie jemanden, dessen Rolle das Kontingent überschreiten darf.</translation>
    </message>
</context>
<context>
    <name>EventGap</name>
    <message>
        <source>Connection was lost %1.</source>
        <translation>Die Verbindung war unterbrochen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n event(s) caught up.</source>
        <translation>
            <numerusform>Mehr als ein Ereignis nachgeholt.</numerusform>
            <numerusform>Mehr als %n Ereignisse nachgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) caught up.</source>
        <translation>
            <numerusform>Ein Ereignis nachgeholt.</numerusform>
            <numerusform>%n Ereignisse nachgeholt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was missed.</source>
        <translation>Es fehlt nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the log were removed meanwhile, as its retention says.</source>
        <translation>
            <numerusform>Ein Ereignis des Protokolls wurde inzwischen entfernt, wie es seine Aufbewahrung vorsieht.</numerusform>
            <numerusform>%n Ereignisse des Protokolls wurden inzwischen entfernt, wie es seine Aufbewahrung vorsieht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventSentence</name>
    <message>
        <source>The service</source>
        <translation>Der Dienst</translation>
    </message>
    <message>
        <source>{user} signed in with an emergency code[ in place of token {token}]</source>
        <translation>{user} hat sich mit einem Notfallcode angemeldet[ (statt Token {token})]</translation>
    </message>
    <message>
        <source>{user} signed in with a password</source>
        <translation>{user} hat sich mit einem Passwort angemeldet</translation>
    </message>
    <message>
        <source>{user} signed in[ with token {token}]</source>
        <translation>{user} hat sich[ mit Token {token}] angemeldet</translation>
    </message>
    <message>
        <source>{user} was asked for the next code of token {token}</source>
        <translation>{user} wurde nach dem nächsten Code von Token {token} gefragt</translation>
    </message>
    <message>
        <source>{user} was asked to choose a PIN for token {token}</source>
        <translation>{user} wurde aufgefordert, eine PIN für Token {token} zu wählen</translation>
    </message>
    <message>
        <source>{user} was asked for more</source>
        <translation>Von {user} wurde mehr verlangt</translation>
    </message>
    <message>
        <source>Someone tried to sign in as &quot;{user}&quot;, a name that nobody has</source>
        <translation>Jemand versuchte, sich als „{user}“ anzumelden; so heißt niemand</translation>
    </message>
    <message>
        <source>{user} was refused: the account is disabled</source>
        <translation>{user} wurde abgewiesen: Das Konto ist deaktiviert</translation>
    </message>
    <message>
        <source>{user} was refused: the account is not valid yet</source>
        <translation>{user} wurde abgewiesen: Das Konto ist noch nicht gültig</translation>
    </message>
    <message>
        <source>{user} was refused: the account has ended</source>
        <translation>{user} wurde abgewiesen: Das Konto ist beendet</translation>
    </message>
    <message>
        <source>{user} was refused: the account is locked</source>
        <translation>{user} wurde abgewiesen: Das Konto ist gesperrt</translation>
    </message>
    <message>
        <source>{user} was refused: no token is assigned</source>
        <translation>{user} wurde abgewiesen: Kein Token ist zugewiesen</translation>
    </message>
    <message>
        <source>{user} was refused: token {token} is disabled</source>
        <translation>{user} wurde abgewiesen: Token {token} ist deaktiviert</translation>
    </message>
    <message>
        <source>{user} was refused: token {token} is reported lost</source>
        <translation>{user} wurde abgewiesen: Token {token} ist als verloren gemeldet</translation>
    </message>
    <message>
        <source>{user} was refused: token {token} has expired</source>
        <translation>{user} wurde abgewiesen: Token {token} ist abgelaufen</translation>
    </message>
    <message>
        <source>{user} was refused: token {token} is not valid yet</source>
        <translation>{user} wurde abgewiesen: Token {token} ist noch nicht gültig</translation>
    </message>
    <message>
        <source>{user} was refused: token {token} was replaced</source>
        <translation>{user} wurde abgewiesen: Token {token} wurde ersetzt</translation>
    </message>
    <message>
        <source>{user} was refused: the record of token {token} is damaged</source>
        <translation>{user} wurde abgewiesen: Der Datensatz von Token {token} ist beschädigt</translation>
    </message>
    <message>
        <source>{user} was refused: token {token} is not taken while emergency codes are out</source>
        <translation>{user} wurde abgewiesen: Token {token} gilt nicht, solange Notfallcodes im Umlauf sind</translation>
    </message>
    <message>
        <source>Wrong code for {user}[ with token {token}][ ({failures} of {limit})]</source>
        <translation>Falscher Code für {user}[ mit Token {token}][ ({failures} von {limit})]</translation>
    </message>
    <message>
        <source>Wrong PIN for {user}[ with token {token}][ ({failures} of {limit})]</source>
        <translation>Falsche PIN für {user}[ mit Token {token}][ ({failures} von {limit})]</translation>
    </message>
    <message>
        <source>{user} gave a code[ of token {token}] that was used before[ ({failures} of {limit})]</source>
        <translation>{user} gab einen schon benutzten Code[ von Token {token}] an[ ({failures} von {limit})]</translation>
    </message>
    <message>
        <source>Wrong password for {user}[ ({failures} of {limit})]</source>
        <translation>Falsches Passwort für {user}[ ({failures} von {limit})]</translation>
    </message>
    <message>
        <source>{user} was refused: the account has no password</source>
        <translation>{user} wurde abgewiesen: Das Konto hat kein Passwort</translation>
    </message>
    <message>
        <source>{user} gave an emergency code that was used before[ ({failures} of {limit})]</source>
        <translation>{user} gab einen schon benutzten Notfallcode an[ ({failures} von {limit})]</translation>
    </message>
    <message>
        <source>{user} gave an emergency code that has expired[ ({failures} of {limit})]</source>
        <translation>{user} gab einen abgelaufenen Notfallcode an[ ({failures} von {limit})]</translation>
    </message>
    <message>
        <source>{user} gave an emergency code that was cancelled[ ({failures} of {limit})]</source>
        <translation>{user} gab einen widerrufenen Notfallcode an[ ({failures} von {limit})]</translation>
    </message>
    <message>
        <source>A program with an unknown key tried to authenticate[ {user}]</source>
        <translation>Ein Programm mit unbekanntem Schlüssel wollte[ {user}] authentifizieren</translation>
    </message>
    <message>
        <source>{user} was refused: too many attempts were under way</source>
        <translation>{user} wurde abgewiesen: Zu viele Versuche waren unterwegs</translation>
    </message>
    <message>
        <source>The service stopped during a sign-in of {user}; it counts as a failure[ ({failures} of {limit})]</source>
        <translation>Der Dienst hielt während einer Anmeldung von {user} an; sie zählt als Fehlversuch[ ({failures} von {limit})]</translation>
    </message>
    <message>
        <source>{user} could not sign in</source>
        <translation>{user} konnte sich nicht anmelden</translation>
    </message>
    <message>
        <source>A program with an unknown key was refused[ (from {address})]</source>
        <translation>Ein Programm mit unbekanntem Schlüssel wurde abgewiesen[ (von {address})]</translation>
    </message>
    <message>
        <source>{user} signed in to the console[ from {address}]</source>
        <translation>{user} hat sich[ von {address} aus] an der Konsole angemeldet</translation>
    </message>
    <message>
        <source>{user} could not sign in to the console</source>
        <translation>{user} konnte sich nicht an der Konsole anmelden</translation>
    </message>
    <message>
        <source>{actor} signed out</source>
        <translation>{actor} hat sich abgemeldet</translation>
    </message>
    <message>
        <source>{user} chose a new PIN for token {token}</source>
        <translation>{user} hat eine neue PIN für Token {token} gewählt</translation>
    </message>
    <message>
        <source>{user} chose a PIN for token {token} that the policy refuses</source>
        <translation>{user} wählte für Token {token} eine PIN, die die Richtlinie ablehnt</translation>
    </message>
    <message>
        <source>{user} was locked[ after {failures} failures]</source>
        <translation>{user} wurde[ nach {failures} Fehlversuchen] gesperrt</translation>
    </message>
    <message>
        <source>{user} used token {token} for the first time; it replaces[ token {oldSerial}]</source>
        <translation>{user} hat Token {token} zum ersten Mal benutzt; er ersetzt[ Token {oldSerial}]</translation>
    </message>
    <message>
        <source>{user} used token {token} again; it is no longer lost</source>
        <translation>{user} hat Token {token} wieder benutzt; er ist nicht mehr verloren</translation>
    </message>
    <message>
        <source>{actor} created the account {user}[ in {domain}]</source>
        <translation>{actor} hat das Konto {user}[ in {domain}] angelegt</translation>
    </message>
    <message>
        <source>{actor} deleted the account {user}</source>
        <translation>{actor} hat das Konto {user} gelöscht</translation>
    </message>
    <message>
        <source>{actor} enabled {user}</source>
        <translation>{actor} hat {user} aktiviert</translation>
    </message>
    <message>
        <source>{actor} disabled {user}</source>
        <translation>{actor} hat {user} deaktiviert</translation>
    </message>
    <message>
        <source>{actor} unlocked {user}</source>
        <translation>{actor} hat {user} entsperrt</translation>
    </message>
    <message>
        <source>{actor} changed the account {user}</source>
        <translation>{actor} hat das Konto {user} geändert</translation>
    </message>
    <message>
        <source>{actor} imported[ {imported}] tokens[ from {file}]</source>
        <translation>{actor} hat[ {imported}] Token importiert[ (aus {file})]</translation>
    </message>
    <message>
        <source>{actor} could not import[ {file}]</source>
        <translation>{actor} konnte[ {file}] nicht importieren</translation>
    </message>
    <message>
        <source>{actor} assigned token {token} to {user}</source>
        <translation>{actor} hat Token {token} an {user} zugewiesen</translation>
    </message>
    <message>
        <source>{actor} took token {token} from {user}</source>
        <translation>{actor} hat {user} Token {token} entzogen</translation>
    </message>
    <message>
        <source>{actor} imported token {token} anew; {user} no longer has it</source>
        <translation>{actor} hat Token {token} neu importiert; {user} hat ihn nicht mehr</translation>
    </message>
    <message>
        <source>{actor} disabled token {token}[ of {user}]</source>
        <translation>{actor} hat Token {token}[ von {user}] deaktiviert</translation>
    </message>
    <message>
        <source>{actor} cleared the PIN of token {token}[ of {user}]</source>
        <translation>{actor} hat die PIN von Token {token}[ ({user})] gelöscht</translation>
    </message>
    <message>
        <source>{actor} marked token {token}[ of {user}] as lost</source>
        <translation>{actor} hat Token {token}[ von {user}] als verloren gemeldet</translation>
    </message>
    <message>
        <source>{actor} marked token {token}[ of {user}] as found</source>
        <translation>{actor} hat Token {token}[ von {user}] als gefunden gemeldet</translation>
    </message>
    <message>
        <source>{actor} changed token {token}</source>
        <translation>{actor} hat Token {token} geändert</translation>
    </message>
    <message>
        <source>{actor} imported token {token} anew</source>
        <translation>{actor} hat Token {token} neu importiert</translation>
    </message>
    <message>
        <source>{actor} deleted token {token}</source>
        <translation>{actor} hat Token {token} gelöscht</translation>
    </message>
    <message>
        <source>{actor} gave {user} token {newSerial} to replace token {token}</source>
        <translation>{actor} hat {user} Token {newSerial} als Ersatz für Token {token} gegeben</translation>
    </message>
    <message>
        <source>{actor} resynchronised token {token} of {user}</source>
        <translation>{actor} hat Token {token} von {user} abgeglichen</translation>
    </message>
    <message>
        <source>{actor} could not resynchronise token {token} of {user}: the codes do not fit</source>
        <translation>{actor} konnte Token {token} von {user} nicht abgleichen: Die Codes passen nicht</translation>
    </message>
    <message>
        <source>{actor} issued emergency codes to {user}[ for token {token}][: {reason}]</source>
        <translation>{actor} hat Notfallcodes an {user} ausgestellt[ (für Token {token})][: {reason}]</translation>
    </message>
    <message>
        <source>{actor} cancelled the emergency codes of {user}</source>
        <translation>{actor} hat die Notfallcodes von {user} widerrufen</translation>
    </message>
    <message>
        <source>The emergency codes of {user} ended: token {token} is back</source>
        <translation>Die Notfallcodes von {user} sind beendet: Token {token} ist wieder da</translation>
    </message>
    <message>
        <source>{actor} created the domain {domain}</source>
        <translation>{actor} hat die Domäne {domain} angelegt</translation>
    </message>
    <message>
        <source>{actor} changed the domain {domain}</source>
        <translation>{actor} hat die Domäne {domain} geändert</translation>
    </message>
    <message>
        <source>{actor} deleted the domain {domain}</source>
        <translation>{actor} hat die Domäne {domain} gelöscht</translation>
    </message>
    <message>
        <source>{actor} created the lockout policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Sperrrichtlinie[ „{policy}“] angelegt</translation>
    </message>
    <message>
        <source>{actor} changed the lockout policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Sperrrichtlinie[ „{policy}“] geändert</translation>
    </message>
    <message>
        <source>{actor} made the lockout policy[ &quot;{policy}&quot;] the default</source>
        <translation>{actor} hat die Sperrrichtlinie[ „{policy}“] zum Standard gemacht</translation>
    </message>
    <message>
        <source>{actor} deleted the lockout policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Sperrrichtlinie[ „{policy}“] gelöscht</translation>
    </message>
    <message>
        <source>{actor} created the token policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Token-Richtlinie[ „{policy}“] angelegt</translation>
    </message>
    <message>
        <source>{actor} changed the token policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Token-Richtlinie[ „{policy}“] geändert</translation>
    </message>
    <message>
        <source>{actor} made the token policy[ &quot;{policy}&quot;] the default</source>
        <translation>{actor} hat die Token-Richtlinie[ „{policy}“] zum Standard gemacht</translation>
    </message>
    <message>
        <source>{actor} deleted the token policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Token-Richtlinie[ „{policy}“] gelöscht</translation>
    </message>
    <message>
        <source>{actor} created the offline policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Offline-Richtlinie[ „{policy}“] angelegt</translation>
    </message>
    <message>
        <source>{actor} changed the offline policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Offline-Richtlinie[ „{policy}“] geändert</translation>
    </message>
    <message>
        <source>{actor} made the offline policy[ &quot;{policy}&quot;] the default</source>
        <translation>{actor} hat die Offline-Richtlinie[ „{policy}“] zum Standard gemacht</translation>
    </message>
    <message>
        <source>{actor} deleted the offline policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat die Offline-Richtlinie[ „{policy}“] gelöscht</translation>
    </message>
    <message>
        <source>{actor} gave {user} administrative roles[: {roles}]</source>
        <translation>{actor} hat {user} Verwaltungsrollen gegeben[: {roles}]</translation>
    </message>
    <message>
        <source>{actor} took administrative roles from {user}</source>
        <translation>{actor} hat {user} Verwaltungsrollen entzogen</translation>
    </message>
    <message>
        <source>{actor} set the password of {user}</source>
        <translation>{actor} hat das Passwort von {user} gesetzt</translation>
    </message>
    <message>
        <source>{actor} registered the program[ {client}]</source>
        <translation>{actor} hat das Programm[ {client}] registriert</translation>
    </message>
    <message>
        <source>{actor} enabled the program[ {client}]</source>
        <translation>{actor} hat das Programm[ {client}] aktiviert</translation>
    </message>
    <message>
        <source>{actor} disabled the program[ {client}]</source>
        <translation>{actor} hat das Programm[ {client}] deaktiviert</translation>
    </message>
    <message>
        <source>{actor} changed the program[ {client}]</source>
        <translation>{actor} hat das Programm[ {client}] geändert</translation>
    </message>
    <message>
        <source>{actor} removed the program[ {client}]</source>
        <translation>{actor} hat das Programm[ {client}] entfernt</translation>
    </message>
    <message>
        <source>{actor} ran the report[ {name}]</source>
        <translation>{actor} hat den Bericht[ {name}] ausgeführt</translation>
    </message>
    <message>
        <source>The service was set up</source>
        <translation>Der Dienst wurde eingerichtet</translation>
    </message>
    <message>
        <source>The service started[ ({version})]</source>
        <translation>Der Dienst ist gestartet[ ({version})]</translation>
    </message>
    <message>
        <source>The service stopped</source>
        <translation>Der Dienst hat angehalten</translation>
    </message>
    <message>
        <source>The service was filled with invented people for a demonstration</source>
        <translation>Der Dienst wurde für eine Vorführung mit erfundenen Personen gefüllt</translation>
    </message>
    <message>
        <source>The service was started although its event log does not agree with its head record</source>
        <translation>Der Dienst wurde gestartet, obwohl sein Ereignisprotokoll nicht zu seinem Kopfnachweis passt</translation>
    </message>
    <message>
        <source>{user} gave the help desk a good code of token {token}</source>
        <translation>{user} hat dem Helpdesk einen richtigen Code von Token {token} genannt</translation>
    </message>
    <message>
        <source>{actor} verified {user} by a code of token {note}</source>
        <translation>{actor} hat {user} über einen Code von Token {note} überprüft</translation>
    </message>
    <message>
        <source>{actor} verified {user} by calling back the number on record[ ({note})]</source>
        <translation>{actor} hat {user} durch Rückruf unter der hinterlegten Nummer überprüft[ ({note})]</translation>
    </message>
    <message>
        <source>{actor} verified {user}: confirmed by {note}</source>
        <translation>{actor} hat {user} überprüft: bestätigt durch {note}</translation>
    </message>
    <message>
        <source>{actor} verified {user} by questions[ ({note} right)]</source>
        <translation>{actor} hat {user} durch Fragen überprüft[ ({note} richtig)]</translation>
    </message>
    <message>
        <source>{actor} verified {user}</source>
        <translation>{actor} hat {user} überprüft</translation>
    </message>
    <message>
        <source>{actor} could not verify {user}: the code was not right</source>
        <translation>{actor} konnte {user} nicht überprüfen: Der Code war nicht richtig</translation>
    </message>
    <message>
        <source>{actor} could not verify {user}: no answer was right</source>
        <translation>{actor} konnte {user} nicht überprüfen: Keine Antwort war richtig</translation>
    </message>
    <message>
        <source>{actor} could not verify {user}</source>
        <translation>{actor} konnte {user} nicht überprüfen</translation>
    </message>
    <message>
        <source>{actor} set the questions that {user} can be asked</source>
        <translation>{actor} hat die Fragen gesetzt, die {user} gestellt werden können</translation>
    </message>
    <message>
        <source>{actor} asked for approval to act on the account {user}[: {reason}]</source>
        <translation>{actor} hat um Freigabe für Eingriffe in das Konto {user} gebeten[: {reason}]</translation>
    </message>
    <message>
        <source>{actor} approved that {requestedBy} acts on the account {user}[: {reason}]</source>
        <translation>{actor} hat Eingriffe von {requestedBy} in das Konto {user} freigegeben[: {reason}]</translation>
    </message>
    <message>
        <source>{actor} refused that {requestedBy} acts on the account {user}[: {reason}]</source>
        <translation>{actor} hat Eingriffe von {requestedBy} in das Konto {user} abgelehnt[: {reason}]</translation>
    </message>
    <message>
        <source>Events {first} to {through}, older than {olderThan}, were removed as the policy on keeping events says</source>
        <translation>Die Ereignisse {first} bis {through}, älter als {olderThan}, wurden entfernt, wie es die Richtlinie zur Aufbewahrung verlangt</translation>
    </message>
    <message>
        <source>The removal of old events stopped after event {through}, for the event log is not whole there</source>
        <translation>Das Entfernen alter Ereignisse endete nach Ereignis {through}, weil das Ereignisprotokoll dort nicht heil ist</translation>
    </message>
    <message>
        <source>{actor} changed for how many days events are kept[: {keepDays}]</source>
        <translation>{actor} hat geändert, wie viele Tage Ereignisse aufbewahrt werden[: {keepDays}]</translation>
    </message>
    <message>
        <source>{user} took the PIN that was given for token {token}</source>
        <translation>{user} hat die vergebene PIN für Token {token} übernommen</translation>
    </message>
    <message>
        <source>{actor} exported[ {exported}] tokens with their secrets[: {reason}]</source>
        <translation>{actor} hat[ {exported}] Token mit ihren Geheimnissen exportiert[: {reason}]</translation>
    </message>
    <message>
        <source>{actor} enrolled token {token} for {user}</source>
        <translation>{actor} hat Token {token} für {user} eingerichtet</translation>
    </message>
    <message>
        <source>{actor} confirmed token {token} of {user} with a first code</source>
        <translation>{actor} hat Token {token} von {user} mit einem ersten Code bestätigt</translation>
    </message>
    <message>
        <source>{actor} could not confirm token {token} of {user}: the code does not fit</source>
        <translation>{actor} konnte Token {token} von {user} nicht bestätigen: Der Code passt nicht</translation>
    </message>
    <message>
        <source>{actor} asked for a new PIN for token {token}[ of {user}]</source>
        <translation>{actor} hat eine neue PIN für Token {token}[ von {user}] verlangt</translation>
    </message>
    <message>
        <source>A backup was made[ of the {events} events until then]</source>
        <translation>Eine Sicherung wurde angelegt[ (mit den {events} Ereignissen bis dahin)]</translation>
    </message>
    <message>
        <source>The service was restored from a backup[ of {madeAt}] whose event log was not whole</source>
        <translation>Der Dienst wurde aus einer Sicherung[ vom {madeAt}] wiederhergestellt, deren Ereignisprotokoll nicht vollständig war</translation>
    </message>
    <message>
        <source>The service was restored from a backup[ of {madeAt}]</source>
        <translation>Der Dienst wurde aus einer Sicherung[ vom {madeAt}] wiederhergestellt</translation>
    </message>
    <message>
        <source>The keys were rotated to version {version}[; {seeds} seeds were sealed anew]</source>
        <translation>Die Schlüssel wurden auf Version {version} gewechselt[; {seeds} Seeds wurden neu versiegelt]</translation>
    </message>
    <message>
        <source>{actor} turned verbose logs on[ for {minutes} minutes]</source>
        <translation>{actor} hat ausführliche Protokolle eingeschaltet[ (für {minutes} Minuten)]</translation>
    </message>
    <message>
        <source>Verbose logs turned themselves off</source>
        <translation>Die ausführlichen Protokolle haben sich abgeschaltet</translation>
    </message>
    <message>
        <source>{actor} turned verbose logs off</source>
        <translation>{actor} hat die ausführlichen Protokolle abgeschaltet</translation>
    </message>
    <message>
        <source>{actor} downloaded a support bundle</source>
        <translation>{actor} hat ein Supportpaket heruntergeladen</translation>
    </message>
    <message>
        <source>{actor} restored version {restored} of the lockout policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat Version {restored} der Sperrrichtlinie[ „{policy}“] wiederhergestellt</translation>
    </message>
    <message>
        <source>{actor} restored version {restored} of the token policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat Version {restored} der Token-Richtlinie[ „{policy}“] wiederhergestellt</translation>
    </message>
    <message>
        <source>{actor} restored version {restored} of the offline policy[ &quot;{policy}&quot;]</source>
        <translation>{actor} hat Version {restored} der Offline-Richtlinie[ „{policy}“] wiederhergestellt</translation>
    </message>
    <message>
        <source>{user} gave the password and was asked for a passcode</source>
        <translation>{user} gab das Passwort an und wurde nach einem Passcode gefragt</translation>
    </message>
    <message>
        <source>{actor} restored the account {user}[ in {domain}]</source>
        <translation>{actor} hat das Konto {user}[ in {domain}] wiederhergestellt</translation>
    </message>
    <message>
        <source>{actor} put the lock of {user} back</source>
        <translation>{actor} hat die Sperre von {user} wiederhergestellt</translation>
    </message>
    <message>
        <source>{actor} put the PIN of token {token}[ of {user}] back</source>
        <translation>{actor} hat die PIN von Token {token}[ ({user})] wiederhergestellt</translation>
    </message>
    <message>
        <source>{actor} restored token {token}</source>
        <translation>{actor} hat Token {token} wiederhergestellt</translation>
    </message>
    <message>
        <source>{actor} moved the domain[ {from}] to {domain}</source>
        <translation>{actor} hat die Domäne[ {from}] nach {domain} verschoben</translation>
    </message>
    <message>
        <source>{actor} made the role[ &quot;{role}&quot;]</source>
        <translation>{actor} hat die Rolle[ „{role}“] angelegt</translation>
    </message>
    <message>
        <source>{actor} changed the role[ &quot;{role}&quot;]</source>
        <translation>{actor} hat die Rolle[ „{role}“] geändert</translation>
    </message>
    <message>
        <source>{actor} deleted the role[ &quot;{role}&quot;]</source>
        <translation>{actor} hat die Rolle[ „{role}“] gelöscht</translation>
    </message>
    <message>
        <source>{actor} changed how administrators sign in</source>
        <translation>{actor} hat geändert, wie sich Administratoren anmelden</translation>
    </message>
    <message>
        <source>{actor} ended a session of {user}[ from {from}]</source>
        <translation>{actor} hat eine Sitzung von {user}[ von {from} aus] beendet</translation>
    </message>
    <message>
        <source>{actor} confirmed the sign-in</source>
        <translation>{actor} hat die Anmeldung bestätigt</translation>
    </message>
    <message>
        <source>The report[ &quot;{saved}&quot;] of {actor} failed</source>
        <translation>Der Bericht[ &quot;{saved}&quot;] von {actor} ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>{actor} fetched a result of the report[ &quot;{saved}&quot;]</source>
        <translation>{actor} hat ein Ergebnis des Berichts[ &quot;{saved}&quot;] abgeholt</translation>
    </message>
    <message>
        <source>{actor} saved the report[ &quot;{saved}&quot;]</source>
        <translation>{actor} hat den Bericht[ &quot;{saved}&quot;] gespeichert</translation>
    </message>
    <message>
        <source>{actor} changed the saved report[ &quot;{saved}&quot;]</source>
        <translation>{actor} hat den gespeicherten Bericht[ &quot;{saved}&quot;] geändert</translation>
    </message>
    <message>
        <source>{actor} deleted the saved report[ &quot;{saved}&quot;]</source>
        <translation>{actor} hat den gespeicherten Bericht[ &quot;{saved}&quot;] gelöscht</translation>
    </message>
    <message>
        <source>{actor} removed a run of the report[ &quot;{saved}&quot;]</source>
        <translation>{actor} hat einen Lauf des Berichts[ &quot;{saved}&quot;] entfernt</translation>
    </message>
    <message>
        <source>{actor} changed who is told of what[: {recipients}]</source>
        <translation>{actor} hat geändert, wer wovon benachrichtigt wird[: {recipients}]</translation>
    </message>
    <message>
        <source>{actor} sent a test e-mail[ to {recipients}]</source>
        <translation>{actor} hat eine Test-E-Mail[ an {recipients}] gesendet</translation>
    </message>
    <message>
        <source>{actor} tried to send a test e-mail[ to {recipients}], which failed</source>
        <translation>{actor} hat vergeblich versucht, eine Test-E-Mail[ an {recipients}] zu senden</translation>
    </message>
    <message>
        <source>{actor} began to enable {items} accounts[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Konten zu aktivieren[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to disable {items} accounts[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Konten zu deaktivieren[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to unlock {items} accounts[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Konten zu entsperren[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to move {items} accounts to another domain[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Konten in eine andere Domäne zu verschieben[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to set the end of {items} accounts[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, das Ende von {items} Konten zu setzen[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to delete {items} accounts[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Konten zu löschen[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to enable {items} tokens[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Token zu aktivieren[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to disable {items} tokens[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Token zu deaktivieren[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to unassign {items} tokens[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, die Zuweisung von {items} Token aufzuheben[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to move {items} tokens to another domain[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Token in eine andere Domäne zu verschieben[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to set the expiry of {items} tokens[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, den Ablauf von {items} Token zu setzen[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to clear the PINs of {items} tokens[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, die PINs von {items} Token zu löschen[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to ask for new PINs of {items} tokens[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, neue PINs für {items} Token zu verlangen[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to delete {items} tokens[ (job {job})][, above the agreed share: {overruled}]</source>
        <translation>{actor} hat begonnen, {items} Token zu löschen[ (Auftrag {job})][, über dem vereinbarten Anteil: {overruled}]</translation>
    </message>
    <message>
        <source>{actor} began to undo job {undoes}[: {items} changes]</source>
        <translation>{actor} hat begonnen, Auftrag {undoes} rückgängig zu machen[: {items} Änderungen]</translation>
    </message>
    <message>
        <source>{actor} resumed job {job}</source>
        <translation>{actor} hat Auftrag {job} fortgesetzt</translation>
    </message>
    <message>
        <source>Job {job} of {actor} ended[: {done} changed, {failed} refused]</source>
        <translation>Auftrag {job} von {actor} ist beendet[: {done} geändert, {failed} abgewiesen]</translation>
    </message>
    <message>
        <source>{actor} cancelled job {job}[ after {done} changes]</source>
        <translation>{actor} hat Auftrag {job}[ nach {done} Änderungen] abgebrochen</translation>
    </message>
    <message>
        <source>Job {job} of {actor} stopped by itself[: {failed} were refused, {done} changed]</source>
        <translation>Auftrag {job} von {actor} hat von selbst angehalten[: {failed} abgewiesen, {done} geändert]</translation>
    </message>
    <message>
        <source>Job {job} stopped[ after {done} changes]</source>
        <translation>Auftrag {job} hat[ nach {done} Änderungen] angehalten</translation>
    </message>
    <message>
        <source>{actor} changed how much a job may change unasked[: {sharePercent} percent]</source>
        <translation>{actor} hat geändert, wie viel ein Auftrag ungefragt ändern darf[: {sharePercent} Prozent]</translation>
    </message>
    <message>
        <source>{actor} deleted the account {user} for good</source>
        <translation>{actor} hat das Konto {user} endgültig gelöscht</translation>
    </message>
    <message>
        <source>{actor} deleted token {token} for good</source>
        <translation>{actor} hat Token {token} endgültig gelöscht</translation>
    </message>
    <message>
        <source>What was in the bin for thirty days was deleted for good[: {items}]</source>
        <translation>Was dreißig Tage im Papierkorb lag, wurde endgültig gelöscht[: {items}]</translation>
    </message>
    <message>
        <source>Somebody should look after this[: {what}]</source>
        <translation>Darum sollte sich jemand kümmern[: {what}]</translation>
    </message>
    <message>
        <source>This is over[: {what}]</source>
        <translation>Das ist vorüber[: {what}]</translation>
    </message>
    <message>
        <source>An e-mail was given up after two days[: {subject}]</source>
        <translation>Eine E-Mail wurde nach zwei Tagen aufgegeben[: {subject}]</translation>
    </message>
    <message>
        <source>{user} signed in at {workstation} without a network[ with token {token}]</source>
        <translation>{user} hat sich an {workstation} ohne Netz angemeldet[, mit Token {token}]</translation>
    </message>
    <message>
        <source>{user} signed in at {workstation} without a network, with an emergency code[ in place of token {token}]</source>
        <translation>{user} hat sich an {workstation} ohne Netz mit einem Notfallcode angemeldet[, anstelle von Token {token}]</translation>
    </message>
    <message>
        <source>{user} signed in at {workstation} without a network, with an emergency passcode</source>
        <translation>{user} hat sich an {workstation} ohne Netz mit einem Notfall-Passcode angemeldet</translation>
    </message>
    <message>
        <source>{user} was let in at {workstation} without a network by the help desk</source>
        <translation>{user} wurde an {workstation} ohne Netz vom Helpdesk eingelassen</translation>
    </message>
    <message>
        <source>{actor} made a code that enrols a workstation[, {workstation},] in {domain}</source>
        <translation>{actor} hat einen Code ausgestellt, der einen Arbeitsplatz[, {workstation},] in {domain} aufnimmt</translation>
    </message>
    <message>
        <source>{actor} cancelled a code that would have enrolled a workstation[, {workstation},] in {domain}</source>
        <translation>{actor} hat einen Code storniert, der einen Arbeitsplatz[, {workstation},] in {domain} aufgenommen hätte</translation>
    </message>
    <message>
        <source>The workstation {workstation} was enrolled in {domain} with a code of {actor}</source>
        <translation>Der Arbeitsplatz {workstation} wurde mit einem Code von {actor} in {domain} aufgenommen</translation>
    </message>
    <message>
        <source>Somebody tried to enrol a workstation with a code that is wrong or over[ (from {address})]</source>
        <translation>Jemand hat versucht, einen Arbeitsplatz mit einem falschen oder abgelaufenen Code aufzunehmen[ (von {address})]</translation>
    </message>
    <message>
        <source>A request was refused that no enrolled workstation signed[ (from {address})]</source>
        <translation>Eine Anfrage, die kein aufgenommener Arbeitsplatz unterschrieben hat, wurde abgelehnt[ (von {address})]</translation>
    </message>
    <message>
        <source>{actor} moved the workstation {workstation}[ from {from}] to {domain}</source>
        <translation>{actor} hat den Arbeitsplatz {workstation}[ aus {from}] nach {domain} verschoben</translation>
    </message>
    <message>
        <source>{actor} renamed the workstation[ {oldName} to] {workstation}</source>
        <translation>{actor} hat den Arbeitsplatz[ {oldName} in] {workstation} umbenannt</translation>
    </message>
    <message>
        <source>{actor} changed the workstation {workstation}</source>
        <translation>{actor} hat den Arbeitsplatz {workstation} geändert</translation>
    </message>
    <message>
        <source>{actor} revoked the workstation {workstation} as stolen[: {reason}][ ({tokensChanged} of {tokensGranted} tokens were changed)]</source>
        <translation>{actor} hat den Arbeitsplatz {workstation} als gestohlen gesperrt[: {reason}][ ({tokensChanged} von {tokensGranted} Token wurden geändert)]</translation>
    </message>
    <message>
        <source>{actor} revoked the workstation {workstation}[: {reason}]</source>
        <translation>{actor} hat den Arbeitsplatz {workstation} gesperrt[: {reason}]</translation>
    </message>
    <message>
        <source>{workstation} was given {days} offline days for {user}[ with token {token}]</source>
        <translation>{workstation} hat {days} Offline-Tage für {user} bekommen[, mit Token {token}]</translation>
    </message>
    <message>
        <source>{workstation} was refused offline data: no fresh logon stands behind the request</source>
        <translation>{workstation} wurden Offline-Daten verweigert: hinter der Anfrage steht keine frische Anmeldung</translation>
    </message>
    <message>
        <source>{workstation} was refused offline data[ for {user}][ with token {token}][: {why}]</source>
        <translation>{workstation} wurden Offline-Daten verweigert[, für {user}][, mit Token {token}][: {why}]</translation>
    </message>
    <message>
        <source>{workstation} did not receive the offline data that were made for {user}</source>
        <translation>{workstation} hat die Offline-Daten für {user} nicht erhalten</translation>
    </message>
    <message>
        <source>{workstation} was given a wrong answer to its challenge[ for {user}]</source>
        <translation>{workstation} bekam eine falsche Antwort auf seine Aufgabe[, für {user}]</translation>
    </message>
    <message>
        <source>{workstation} was given a wrong emergency passcode[ for {user}] without a network</source>
        <translation>{workstation} bekam ohne Netz einen falschen Notfall-Passcode[, für {user}]</translation>
    </message>
    <message>
        <source>{workstation} refused a passcode[ of {user}] without a network</source>
        <translation>{workstation} hat ohne Netz einen Passcode[ von {user}] abgelehnt</translation>
    </message>
    <message>
        <source>{workstation} takes no more passcodes[ of {user}] without a network: too many were wrong</source>
        <translation>{workstation} nimmt ohne Netz keine Passcodes[ von {user}] mehr an: zu viele waren falsch</translation>
    </message>
    <message>
        <source>The clock of {workstation} was set back</source>
        <translation>Die Uhr von {workstation} wurde zurückgestellt</translation>
    </message>
    <message>
        <source>{workstation} set damaged offline data[ of {user}] aside</source>
        <translation>{workstation} hat beschädigte Offline-Daten[ von {user}] beiseitegelegt</translation>
    </message>
    <message>
        <source>{workstation} found its offline data[ of {user}] put back as they were earlier</source>
        <translation>{workstation} fand seine Offline-Daten[ von {user}] auf einen früheren Stand zurückgesetzt</translation>
    </message>
    <message>
        <source>A code of token {token} was used at {workstation} without a network, and online as well: is somebody else using it?</source>
        <translation>Ein Code von Token {token} wurde an {workstation} ohne Netz und außerdem online benutzt: benutzt ihn noch jemand?</translation>
    </message>
    <message>
        <source>{workstation} tells of a logon[ of {user}] without a network that nothing it was given allows: is it made up, or its clock wrong?</source>
        <translation>{workstation} berichtet von einer Anmeldung[ von {user}] ohne Netz, die nichts erlaubt, was es bekommen hat: ist sie erfunden, oder geht seine Uhr falsch?</translation>
    </message>
    <message>
        <source>A code of token {token} was used at {workstation} without a network[, and at {otherWorkstation} as well]: is somebody else using it?</source>
        <translation>Ein Code von Token {token} wurde an {workstation} ohne Netz benutzt[ und außerdem an {otherWorkstation}]: benutzt ihn noch jemand?</translation>
    </message>
    <message>
        <source>{actor} asked for new offline data for {user} on {workstation}</source>
        <translation>{actor} hat neue Offline-Daten für {user} auf {workstation} verlangt</translation>
    </message>
    <message>
        <source>{actor} granted {user} {days} more offline days on {workstation}[: {reason}]</source>
        <translation>{actor} hat {user} {days} weitere Offline-Tage auf {workstation} gegeben[: {reason}]</translation>
    </message>
    <message>
        <source>{actor} revoked the offline data of {user} on {workstation}[: {reason}]</source>
        <translation>{actor} hat die Offline-Daten von {user} auf {workstation} gesperrt[: {reason}]</translation>
    </message>
    <message>
        <source>{actor} read out the emergency code that {workstation} holds for {user}[: {reason}]</source>
        <translation>{actor} hat den Notfallcode vorgelesen, den {workstation} für {user} hält[: {reason}]</translation>
    </message>
    <message>
        <source>The draft of policy {policy} would refuse offline data for {user} on {workstation}[: {would}]</source>
        <translation>Der Entwurf der Richtlinie {policy} würde Offline-Daten für {user} auf {workstation} verweigern[: {would}]</translation>
    </message>
    <message>
        <source>The draft of policy {policy} would give offline data for {user} on {workstation}</source>
        <translation>Der Entwurf der Richtlinie {policy} würde Offline-Daten für {user} auf {workstation} geben</translation>
    </message>
    <message>
        <source>The draft of policy {policy} would give other offline data for {user} on {workstation}</source>
        <translation>Der Entwurf der Richtlinie {policy} würde andere Offline-Daten für {user} auf {workstation} geben</translation>
    </message>
    <message>
        <source>{actor} began to try a draft of the offline policy {policy}</source>
        <translation>{actor} probiert einen Entwurf der Offline-Richtlinie {policy} aus</translation>
    </message>
    <message>
        <source>{actor} ended the trial of a draft of the offline policy {policy}</source>
        <translation>{actor} hat die Probe eines Entwurfs der Offline-Richtlinie {policy} beendet</translation>
    </message>
    <message>
        <source>{actor} answered a challenge of the workstation {workstation} for {user}[: {reason}]</source>
        <translation>{actor} hat eine Aufgabe des Arbeitsplatzes {workstation} für {user} beantwortet[: {reason}]</translation>
    </message>
    <message>
        <source>An e-mail was not sent to {recipients}, who may not get it any more[: {subject}]</source>
        <translation>Eine E-Mail wurde nicht an {recipients} gesandt, denn das Recht darauf ist entfallen[: {subject}]</translation>
    </message>
    <message>
        <source>The change[ of the policy {policy}][ of the domain of {user}][ of the domain of {workstation}] made {sets} offline packages void, of {people} people on {workstations} workstations</source>
        <translation>Die Änderung[ der Richtlinie {policy}][ der Domäne von {user}][ der Domäne von {workstation}] hat {sets} Offline-Pakete ungültig gemacht, von {people} Personen auf {workstations} Arbeitsplätzen</translation>
    </message>
    <message>
        <source>{actor} enabled token {token}[ of {user}][ although {stolenWorkstation} was stolen with codes of it]</source>
        <translation>{actor} hat Token {token}[ von {user}] aktiviert[, obwohl {stolenWorkstation} mit Codes davon gestohlen wurde]</translation>
    </message>
    <message>
        <source>Too many logons at {workstation} were wrong, so that it must wait: is somebody locking accounts with its key?</source>
        <translation>An {workstation} waren zu viele Anmeldungen falsch, es muss nun warten: sperrt jemand mit seinem Schlüssel Konten?</translation>
    </message>
    <message>
        <source>{workstation} tells that token {token}[ of {user}] was used there without a network: its earlier codes are used up</source>
        <translation>{workstation} berichtet, dass Token {token}[ von {user}] dort ohne Netz benutzt wurde: seine früheren Codes sind verbraucht</translation>
    </message>
</context>
<context>
    <name>ExplanationLines</name>
    <message>
        <source>Emergency codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>policy “%1”, set on %2</source>
        <translation>Richtlinie „%1“, gesetzt für %2</translation>
    </message>
    <message>
        <source>policy “%1”, inherited from %2</source>
        <translation>Richtlinie „%1“, geerbt von %2</translation>
    </message>
    <message>
        <source>policy “%1”, the default</source>
        <translation>Richtlinie „%1“, der Standard</translation>
    </message>
    <message>
        <source>[ok]</source>
        <comment>in a plain text: a check that passed</comment>
        <translation>[ok]</translation>
    </message>
    <message>
        <source>[hint]</source>
        <comment>in a plain text: a check that passed with something to tell</comment>
        <translation>[Hinweis]</translation>
    </message>
    <message>
        <source>[FAILED]</source>
        <comment>in a plain text: a check that did not pass</comment>
        <translation>[FEHLER]</translation>
    </message>
    <message>
        <source>%1 (%2) in %3</source>
        <translation>%1 (%2) in %3</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>Geprüft: %1</translation>
    </message>
    <message>
        <source>Last attempt: %1 (%2)</source>
        <translation>Letzter Versuch: %1 (%2)</translation>
    </message>
    <message>
        <source>required: %1</source>
        <translation>verlangt: %1</translation>
    </message>
    <message>
        <source>required by: %1</source>
        <translation>verlangt von: %1</translation>
    </message>
    <message>
        <source>cure: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>cure: %1 (%2)</source>
        <translation>Abhilfe: %1 (%2)</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Offline policy</source>
        <translation>Offline-Richtlinie</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>gestern, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>morgen, %1</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date as in 4 May 2026</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from one time to another</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date as in 4 May</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>OfflineCodes</name>
    <message>
        <source>This person has no token.</source>
        <translation>Diese Person hat kein Token.</translation>
    </message>
    <message>
        <source>Assign one first. Offline data and their emergency codes come with the first logon at the workstation while it has a network.</source>
        <translation>Weisen Sie zuerst eines zu. Offline-Daten und ihre Notfallcodes kommen mit der ersten Anmeldung am Arbeitsplatz, solange er Netz hat.</translation>
    </message>
    <message>
        <source>The token has expired: nothing that stands in its place works.</source>
        <translation>Das Token ist abgelaufen: nichts, was an seiner Stelle steht, wird angenommen.</translation>
    </message>
    <message>
        <source>Assign a new token first. Its first logon at the workstation, with a network, brings new data and new codes.</source>
        <translation>Weisen Sie zuerst ein neues Token zu. Dessen erste Anmeldung am Arbeitsplatz, mit Netz, bringt neue Daten und neue Codes.</translation>
    </message>
    <message>
        <source>With a network an ordinary emergency code helps at once.</source>
        <translation>Mit Netz hilft sofort ein gewöhnlicher Notfallcode.</translation>
    </message>
    <message>
        <source>If a workstation in front of the caller shows a challenge, answer it.</source>
        <translation>Zeigt ein Arbeitsplatz vor dem Anrufer eine Aufgabe, beantworten Sie diese.</translation>
    </message>
    <message>
        <source>Until then that same code goes on working there.</source>
        <translation>Bis dahin gilt dort derselbe Code weiter.</translation>
    </message>
    <message>
        <source>There is no code beside a PIN for this token: the app mixes the PIN in, or there is none.</source>
        <translation>Zu diesem Token gibt es keinen Code neben der PIN: die App mischt die PIN ein, oder es gibt keine.</translation>
    </message>
    <message>
        <source>Read the other code out, which stands in place of PIN and tokencode.</source>
        <translation>Lesen Sie den anderen Code vor, der PIN und Tokencode ersetzt.</translation>
    </message>
    <message>
        <source>No workstation holds a code for this person.</source>
        <translation>Kein Arbeitsplatz hält einen Code für diese Person.</translation>
    </message>
    <message>
        <source>Answering a challenge is off in this person&apos;s offline policy.</source>
        <translation>Das Beantworten von Aufgaben ist in der Offline-Richtlinie dieser Person aus.</translation>
    </message>
    <message>
        <source>The code on %1 was read out %2 by %3. A new one comes with new offline data.</source>
        <translation>Der Code auf %1 wurde %2 von %3 vorgelesen. Ein neuer kommt mit neuen Offline-Daten.</translation>
    </message>
    <message>
        <source>The offline data there hold no such code: the policy sends none along.</source>
        <translation>Die Offline-Daten dort enthalten keinen solchen Code: die Richtlinie schickt keinen mit.</translation>
    </message>
    <message>
        <source>The PIN has changed: this code would want the one before.</source>
        <translation>Die PIN hat sich geändert: dieser Code würde die vorige verlangen.</translation>
    </message>
</context>
<context>
    <name>PolicyFields</name>
    <message>
        <source>The longest PIN cannot be shorter than the shortest.</source>
        <translation>Die längste PIN kann nicht kürzer sein als die kürzeste.</translation>
    </message>
    <message>
        <source>The longest life cannot be shorter than the proposed one.</source>
        <translation>Die längste Gültigkeit kann nicht kürzer sein als die vorgeschlagene.</translation>
    </message>
    <message>
        <source>A warning cannot come before the days are granted.</source>
        <translation>Die Warnung kann nicht kommen, bevor die Tage gewährt sind.</translation>
    </message>
    <message>
        <source>“%1” cannot be in a PIN: 2 to 16 letters or digits, without accents.</source>
        <translation>„%1“ kann nicht in einer PIN stehen: 2 bis 16 Buchstaben oder Ziffern, ohne Akzente.</translation>
    </message>
</context>
<context>
    <name>PolicyValues</name>
    <message>
        <source>none</source>
        <translation>keins</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadinessMail</name>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>abgelaufen seit %1</translation>
    </message>
    <message>
        <source>signs in again once connected</source>
        <translation>meldet sich wieder an, sobald verbunden</translation>
    </message>
    <message>
        <source>- %1, on %2: %3</source>
        <translation>- %1, auf %2: %3</translation>
    </message>
    <message>
        <source>Subject: Signing in without a network</source>
        <translation>Betreff: Anmelden ohne Netz</translation>
    </message>
    <message>
        <source>Without a network you can sign in to your computer only for a while.</source>
        <translation>Ohne Netz können Sie sich an Ihrem Rechner nur eine Zeit lang anmelden.</translation>
    </message>
    <message>
        <source>Connect these to our network or the VPN, and sign in there once:</source>
        <translation>Diese bitte mit unserem Netz oder dem VPN verbinden und sich dort einmal anmelden:</translation>
    </message>
    <message>
        <source>For these, connecting to our network or the VPN is enough:</source>
        <translation>Bei diesen genügt es, sie mit unserem Netz oder dem VPN zu verbinden:</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Lockout</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>As the domain above</source>
        <translation>Wie die Domäne darüber</translation>
    </message>
    <message>
        <source>A policy of its own</source>
        <translation>Eine eigene Richtlinie</translation>
    </message>
    <message>
        <source>Always the default</source>
        <translation>Immer der Standard</translation>
    </message>
    <message>
        <source>An administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation>Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>Super Administrator</source>
        <translation>Super-Administrator</translation>
    </message>
    <message>
        <source>Help Desk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>view people</source>
        <translation>Personen ansehen</translation>
    </message>
    <message>
        <source>edit people</source>
        <translation>Personen bearbeiten</translation>
    </message>
    <message>
        <source>delete people</source>
        <translation>Personen löschen</translation>
    </message>
    <message>
        <source>enable and disable accounts</source>
        <translation>Konten aktivieren und deaktivieren</translation>
    </message>
    <message>
        <source>unlock accounts</source>
        <translation>Konten entsperren</translation>
    </message>
    <message>
        <source>view tokens</source>
        <translation>Token ansehen</translation>
    </message>
    <message>
        <source>edit tokens</source>
        <translation>Token bearbeiten</translation>
    </message>
    <message>
        <source>import tokens</source>
        <translation>Token importieren</translation>
    </message>
    <message>
        <source>assign tokens</source>
        <translation>Token zuweisen</translation>
    </message>
    <message>
        <source>enable and disable tokens</source>
        <translation>Token aktivieren und deaktivieren</translation>
    </message>
    <message>
        <source>delete tokens</source>
        <translation>Token löschen</translation>
    </message>
    <message>
        <source>clear PINs</source>
        <translation>PINs löschen</translation>
    </message>
    <message>
        <source>resynchronise tokens</source>
        <translation>Token abgleichen</translation>
    </message>
    <message>
        <source>report tokens lost or found</source>
        <translation>Token als verloren oder gefunden melden</translation>
    </message>
    <message>
        <source>issue emergency codes</source>
        <translation>Notfallcodes ausstellen</translation>
    </message>
    <message>
        <source>view issued emergency codes</source>
        <translation>ausgestellte Notfallcodes ansehen</translation>
    </message>
    <message>
        <source>view policies</source>
        <translation>Richtlinien ansehen</translation>
    </message>
    <message>
        <source>edit policies</source>
        <translation>Richtlinien bearbeiten</translation>
    </message>
    <message>
        <source>view security domains</source>
        <translation>Sicherheitsdomänen ansehen</translation>
    </message>
    <message>
        <source>edit security domains</source>
        <translation>Sicherheitsdomänen bearbeiten</translation>
    </message>
    <message>
        <source>view activity</source>
        <translation>Aktivität ansehen</translation>
    </message>
    <message>
        <source>run reports</source>
        <translation>Berichte ausführen</translation>
    </message>
    <message>
        <source>view administrators</source>
        <translation>Administratoren ansehen</translation>
    </message>
    <message>
        <source>edit administrators</source>
        <translation>Administratoren bearbeiten</translation>
    </message>
    <message>
        <source>manage API clients</source>
        <translation>API-Clients verwalten</translation>
    </message>
    <message>
        <source>view metrics</source>
        <translation>Metriken ansehen</translation>
    </message>
    <message>
        <source>PSKC (RFC 6030)</source>
        <translation>PSKC (RFC 6030)</translation>
    </message>
    <message>
        <source>SecurID software tokens (sdtid)</source>
        <translation>SecurID-Softwaretoken (sdtid)</translation>
    </message>
    <message>
        <source>otpauth addresses</source>
        <translation>otpauth-Adressen</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Leave what is there</source>
        <translation>Vorhandenes behalten</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>Vorhandenes ersetzen</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Replaced</source>
        <comment>import</comment>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>job</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Unlock account</source>
        <translation>Konto entsperren</translation>
    </message>
    <message>
        <source>Enable account</source>
        <translation>Konto aktivieren</translation>
    </message>
    <message>
        <source>Assign token…</source>
        <translation>Token zuweisen…</translation>
    </message>
    <message>
        <source>Enable token</source>
        <translation>Token aktivieren</translation>
    </message>
    <message>
        <source>Resynchronise…</source>
        <translation>Abgleichen…</translation>
    </message>
    <message>
        <source>Token was found</source>
        <translation>Token ist wieder da</translation>
    </message>
    <message>
        <source>Clear PIN</source>
        <translation>PIN löschen</translation>
    </message>
    <message>
        <source>Issue emergency code…</source>
        <translation>Notfallcode ausstellen…</translation>
    </message>
    <message>
        <source>Replace token…</source>
        <translation>Token ersetzen…</translation>
    </message>
    <message>
        <source>Change dates…</source>
        <translation>Zeitraum ändern…</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>account</comment>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Locked</source>
        <comment>account</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>account</comment>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <comment>account</comment>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>account</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>HOTP (counter)</source>
        <translation>HOTP (Zähler)</translation>
    </message>
    <message>
        <source>TOTP (time)</source>
        <translation>TOTP (Zeit)</translation>
    </message>
    <message>
        <source>SecurID software token</source>
        <translation>SecurID-Softwaretoken</translation>
    </message>
    <message>
        <source>Without PIN</source>
        <translation>Ohne PIN</translation>
    </message>
    <message>
        <source>PIN, then tokencode</source>
        <translation>PIN, dann Tokencode</translation>
    </message>
    <message>
        <source>PIN mixed in by the app</source>
        <translation>PIN von der App eingerechnet</translation>
    </message>
    <message>
        <source>Not needed</source>
        <comment>PIN</comment>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>To be chosen</source>
        <comment>PIN</comment>
        <translation>Noch zu wählen</translation>
    </message>
    <message>
        <source>Set</source>
        <comment>PIN</comment>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Must be changed</source>
        <comment>PIN</comment>
        <translation>Muss geändert werden</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <comment>token</comment>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>token</comment>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>token</comment>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>token</comment>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <comment>token</comment>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>token</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Replaced</source>
        <comment>token</comment>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>One code, valid again and again</source>
        <translation>Ein Code, mehrfach gültig</translation>
    </message>
    <message>
        <source>Set of one-time codes</source>
        <translation>Satz von Einmalcodes</translation>
    </message>
    <message>
        <source>Refuse the token</source>
        <translation>Token abweisen</translation>
    </message>
    <message>
        <source>Accept it and end the emergency codes</source>
        <translation>Annehmen, Notfallcodes beenden</translation>
    </message>
    <message>
        <source>Accept it once the emergency codes have expired</source>
        <translation>Annehmen, sobald die Notfallcodes abgelaufen sind</translation>
    </message>
    <message>
        <source>PIN followed by the code</source>
        <translation>PIN, dann der Code</translation>
    </message>
    <message>
        <source>The code alone</source>
        <translation>Nur der Code</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>emergency code</comment>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Used up</source>
        <comment>emergency code</comment>
        <translation>Aufgebraucht</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>emergency code</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>emergency code</comment>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Authentication</source>
        <comment>log</comment>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Administration</source>
        <comment>log</comment>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>System</source>
        <comment>log</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehlschlag</translation>
    </message>
    <message>
        <source>Asked for more</source>
        <translation>Nachgefragt</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>The file is encrypted under a passphrase.</source>
        <translation>Die Datei ist mit einer Passphrase verschlüsselt.</translation>
    </message>
    <message>
        <source>The passphrase does not open the file.</source>
        <translation>Die Passphrase öffnet die Datei nicht.</translation>
    </message>
    <message>
        <source>The passphrase does not open the record, or the record is damaged.</source>
        <translation>Die Passphrase öffnet den Datensatz nicht, oder der Datensatz ist beschädigt.</translation>
    </message>
    <message>
        <source>The file is encrypted under a key that was agreed beforehand.</source>
        <translation>Die Datei ist mit einem vorab vereinbarten Schlüssel verschlüsselt.</translation>
    </message>
    <message>
        <source>The key does not open the file.</source>
        <translation>Der Schlüssel öffnet die Datei nicht.</translation>
    </message>
    <message>
        <source>Nothing in the file shows that its values are unchanged.</source>
        <translation>Nichts in der Datei belegt, dass ihre Werte unverändert sind.</translation>
    </message>
    <message>
        <source>The file holds no tokens.</source>
        <translation>Die Datei enthält keine Token.</translation>
    </message>
    <message>
        <source>The file is no PSKC key container.</source>
        <translation>Die Datei ist kein PSKC-Schlüsselcontainer.</translation>
    </message>
    <message>
        <source>The file is no sdtid file.</source>
        <translation>Die Datei ist keine sdtid-Datei.</translation>
    </message>
    <message>
        <source>The record has no serial number.</source>
        <translation>Der Datensatz hat keine Seriennummer.</translation>
    </message>
    <message>
        <source>The record holds no secret.</source>
        <translation>Der Datensatz enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>The record holds a PIN for another record, not a token.</source>
        <translation>Der Datensatz enthält eine PIN für einen anderen Datensatz, keinen Token.</translation>
    </message>
    <message>
        <source>The token answers challenges.</source>
        <translation>Der Token antwortet auf Challenges.</translation>
    </message>
    <message>
        <source>The length of the token&apos;s codes is not supported.</source>
        <translation>Die Codelänge des Tokens wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The token would expire before it becomes valid.</source>
        <translation>Der Token würde ablaufen, bevor er gültig wird.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file ends in the middle.</source>
        <translation>Die Datei bricht mittendrin ab.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>Die Datei ist zu groß.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Enter the passphrase that came with the file.</source>
        <translation>Geben Sie die Passphrase ein, die mit der Datei kam.</translation>
    </message>
    <message>
        <source>Type the passphrase again; upper and lower case count.</source>
        <translation>Geben Sie die Passphrase erneut ein; Groß- und Kleinschreibung zählen.</translation>
    </message>
    <message>
        <source>Enter that key, in hexadecimal digits.</source>
        <translation>Geben Sie diesen Schlüssel in hexadezimalen Ziffern ein.</translation>
    </message>
    <message>
        <source>Check the key against what its sender gave you.</source>
        <translation>Vergleichen Sie den Schlüssel mit dem, den der Absender Ihnen gab.</translation>
    </message>
    <message>
        <source>Check that this is the right file.</source>
        <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Ask for the file with a serial number in each record.</source>
        <translation>Fordern Sie die Datei mit einer Seriennummer in jedem Datensatz an.</translation>
    </message>
    <message>
        <source>Ask for the file with the secrets in it.</source>
        <translation>Fordern Sie die Datei mit den Geheimnissen darin an.</translation>
    </message>
    <message>
        <source>Nothing to do: people choose their PIN at their first sign-in.</source>
        <translation>Nichts zu tun: Die PIN wird bei der ersten Anmeldung gewählt.</translation>
    </message>
    <message>
        <source>Ask for the file with the right dates.</source>
        <translation>Fordern Sie die Datei mit den richtigen Daten an.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>Fordern Sie die Datei erneut an.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Teilen Sie sie in mehrere Dateien.</translation>
    </message>
    <message>
        <source>Check that the file is there and that you may read it.</source>
        <translation>Prüfen Sie, ob die Datei da ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Accounts are never locked</source>
        <translation>Konten werden nie gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) within %1 lock</source>
        <translation>
            <numerusform>Sperre nach %n Fehlversuch (Zeitraum %1)</numerusform>
            <numerusform>Sperre nach %n Fehlversuchen (Zeitraum %1)</numerusform>
        </translation>
    </message>
    <message>
        <source>an administrator unlocks</source>
        <translation>ein Administrator entsperrt</translation>
    </message>
    <message>
        <source>unlocked after %1</source>
        <translation>Sperrdauer %1</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>PINs of %1 to %2 digits</source>
        <translation>PINs mit %1 bis %2 Ziffern</translation>
    </message>
    <message>
        <source>PINs of %1 to %2 letters and digits</source>
        <translation>PINs mit %1 bis %2 Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>%1; emergency codes live %2</source>
        <translation>%1; Notfallcodes gelten %2</translation>
    </message>
    <message>
        <source>No offline sign-in</source>
        <translation>Keine Offline-Anmeldung</translation>
    </message>
    <message numerus="yes">
        <source>%n offline day(s); a passcode has at least %1 characters</source>
        <translation>
            <numerusform>%n Offline-Tag; Passcodes haben mindestens %1 Zeichen</numerusform>
            <numerusform>%n Offline-Tage; Passcodes haben mindestens %1 Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>The service does not answer. It will be tried again by itself.</source>
        <translation>Der Dienst antwortet nicht. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The service took too long to answer. It will be tried again by itself.</source>
        <translation>Der Dienst hat zu lange nicht geantwortet. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>No such server was found. Check its address and the network.</source>
        <translation>Ein solcher Server wurde nicht gefunden. Prüfen Sie die Adresse und das Netz.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not the expected one; nothing was sent to it.</source>
        <translation>Das Zertifikat des Servers ist nicht das erwartete; es wurde nichts an ihn gesendet.</translation>
    </message>
    <message>
        <source>The connection to the service was lost.</source>
        <translation>Die Verbindung zum Dienst ist abgerissen.</translation>
    </message>
    <message>
        <source>The service is out of reach.</source>
        <translation>Der Dienst ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be read. Is it of the same version?</source>
        <translation>Die Antwort des Dienstes war nicht lesbar. Hat er dieselbe Version?</translation>
    </message>
    <message>
        <source>The file could not be written. Is the disk full, or the folder protected?</source>
        <translation>Die Datei konnte nicht geschrieben werden. Ist der Datenträger voll oder der Ordner geschützt?</translation>
    </message>
    <message>
        <source>The bundled service (holdfastd) was not found beside this program.</source>
        <translation>Der mitgelieferte Dienst (holdfastd) wurde neben diesem Programm nicht gefunden.</translation>
    </message>
    <message>
        <source>The bundled service could not be started.</source>
        <translation>Der mitgelieferte Dienst konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The bundled service did not become ready in time.</source>
        <translation>Der mitgelieferte Dienst wurde nicht rechtzeitig bereit.</translation>
    </message>
    <message>
        <source>The bundled service refused to start.</source>
        <translation>Der mitgelieferte Dienst verweigerte den Start.</translation>
    </message>
    <message>
        <source>Another console is using this data. Close it, or connect to its service.</source>
        <translation>Eine andere Konsole benutzt diese Daten. Schließen Sie sie oder verbinden Sie sich mit ihrem Dienst.</translation>
    </message>
    <message>
        <source>This desktop has no keychain; the service keeps its keys in a folder that only you can read.</source>
        <translation>Dieser Desktop hat keinen Schlüsselbund; der Dienst legt seine Schlüssel in einem Ordner ab, den nur Sie lesen können.</translation>
    </message>
    <message>
        <source>The keychain is locked or refused; unlock it and start again.</source>
        <translation>Der Schlüsselbund ist gesperrt oder verweigert den Zugriff; entsperren Sie ihn und starten Sie erneut.</translation>
    </message>
    <message>
        <source>The keychain did not work.</source>
        <translation>Der Schlüsselbund hat nicht funktioniert.</translation>
    </message>
    <message>
        <source>Name or password is wrong, or the account is locked.</source>
        <translation>Name oder Passwort ist falsch, oder das Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>Die Sitzung ist beendet. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>A passcode is needed as well.</source>
        <translation>Außerdem wird ein Passcode benötigt.</translation>
    </message>
    <message>
        <source>Your role does not permit this.</source>
        <translation>Ihre Rolle erlaubt das nicht.</translation>
    </message>
    <message>
        <source>This belongs to a domain outside your scope.</source>
        <translation>Das gehört zu einer Domäne außerhalb Ihres Bereichs.</translation>
    </message>
    <message>
        <source>This person&apos;s role ranks above yours; ask somebody of that rank.</source>
        <translation>Die Rolle dieser Person steht über Ihrer; fragen Sie jemanden mit diesem Rang.</translation>
    </message>
    <message>
        <source>The service has an administrator already.</source>
        <translation>Der Dienst hat bereits einen Administrator.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Look at their change first.</source>
        <translation>Jemand anderes hat das inzwischen geändert. Sehen Sie sich zuerst diese Änderung an.</translation>
    </message>
    <message>
        <source>This was issued already and cannot be shown again. Issue anew.</source>
        <translation>Das wurde bereits ausgestellt und kann nicht noch einmal gezeigt werden. Stellen Sie neu aus.</translation>
    </message>
    <message>
        <source>The same request was made before with other content. Try again.</source>
        <translation>Dieselbe Anfrage kam schon mit anderem Inhalt. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This person is not there any more.</source>
        <translation>Diese Person gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This logon name is taken.</source>
        <translation>Dieser Anmeldename ist vergeben.</translation>
    </message>
    <message>
        <source>There is no such security domain.</source>
        <translation>Eine solche Sicherheitsdomäne gibt es nicht.</translation>
    </message>
    <message>
        <source>A domain of this name is there already.</source>
        <translation>Eine Domäne mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>The root domain cannot be removed.</source>
        <translation>Die Wurzeldomäne kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The end must come after the start.</source>
        <translation>Das Ende muss nach dem Anfang liegen.</translation>
    </message>
    <message>
        <source>This policy is not there any more.</source>
        <translation>Diese Richtlinie gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A policy of this name is there already.</source>
        <translation>Eine Richtlinie mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>The default policy applies where nothing else does; it cannot be removed.</source>
        <translation>Die Standardrichtlinie gilt, wo nichts anderes gilt; sie kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Domains use this policy. Give them another first.</source>
        <translation>Domänen benutzen diese Richtlinie. Geben Sie ihnen zuerst eine andere.</translation>
    </message>
    <message>
        <source>The policy of this person&apos;s domain does not allow it.</source>
        <translation>Die Richtlinie für die Domäne dieser Person erlaubt es nicht.</translation>
    </message>
    <message>
        <source>This token is not there any more.</source>
        <translation>Diesen Token gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The token belongs to somebody. Unassign it first.</source>
        <translation>Der Token gehört jemandem. Heben Sie zuerst die Zuweisung auf.</translation>
    </message>
    <message>
        <source>The token belongs to nobody. Assign it first.</source>
        <translation>Der Token gehört niemandem. Weisen Sie ihn zuerst zu.</translation>
    </message>
    <message>
        <source>The token has expired. Assign another one first.</source>
        <translation>Der Token ist abgelaufen. Weisen Sie zuerst einen anderen zu.</translation>
    </message>
    <message>
        <source>The token was replaced by another.</source>
        <translation>Der Token wurde durch einen anderen ersetzt.</translation>
    </message>
    <message>
        <source>The token is reported lost. Mark it as found first.</source>
        <translation>Der Token ist als verloren gemeldet. Melden Sie ihn zuerst als gefunden.</translation>
    </message>
    <message>
        <source>The token is used without a PIN.</source>
        <translation>Der Token wird ohne PIN benutzt.</translation>
    </message>
    <message>
        <source>The token&apos;s record is damaged; replace the token.</source>
        <translation>Der Datensatz des Tokens ist beschädigt; ersetzen Sie den Token.</translation>
    </message>
    <message>
        <source>This person has as many tokens as one may have.</source>
        <translation>Diese Person hat so viele Token, wie man haben darf.</translation>
    </message>
    <message>
        <source>This person has no token. Assign one first.</source>
        <translation>Diese Person hat keinen Token. Weisen Sie zuerst einen zu.</translation>
    </message>
    <message>
        <source>A token cannot replace itself.</source>
        <translation>Ein Token kann sich nicht selbst ersetzen.</translation>
    </message>
    <message>
        <source>A replacement of this token is pending already.</source>
        <translation>Für diesen Token steht schon ein Ersatz bereit.</translation>
    </message>
    <message>
        <source>These two codes do not follow each other on this token. Check its serial number, and take two fresh codes one after the other.</source>
        <translation>Diese beiden Codes folgen auf diesem Token nicht aufeinander. Prüfen Sie die Seriennummer und nehmen Sie zwei frische Codes nacheinander.</translation>
    </message>
    <message>
        <source>The code is wrong.</source>
        <translation>Der Code ist falsch.</translation>
    </message>
    <message>
        <source>The filter cannot be read.</source>
        <translation>Der Filter ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The list has changed. Load it again.</source>
        <translation>Die Liste hat sich geändert. Laden Sie sie neu.</translation>
    </message>
    <message>
        <source>The service is very busy. Try again in a moment.</source>
        <translation>Der Dienst ist stark beschäftigt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The service cannot reach its storage now. Is its disk full?</source>
        <translation>Der Dienst erreicht seinen Speicher gerade nicht. Ist sein Datenträger voll?</translation>
    </message>
    <message>
        <source>The service made a mistake; its log tells more.</source>
        <translation>Dem Dienst ist ein Fehler unterlaufen; sein Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>Something in this input is not accepted.</source>
        <translation>Etwas an dieser Eingabe wird nicht angenommen.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This is not possible in the present state.</source>
        <translation>Das ist im jetzigen Zustand nicht möglich.</translation>
    </message>
    <message>
        <source>This is too large.</source>
        <translation>Das ist zu groß.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute.</source>
        <translation>Zu viele Versuche. Warten Sie eine Minute.</translation>
    </message>
    <message>
        <source>The service is not available now.</source>
        <translation>Der Dienst ist gerade nicht verfügbar.</translation>
    </message>
    <message>
        <source>This program did not say which version it changes.</source>
        <translation>Dieses Programm hat nicht gesagt, welche Version es ändert.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird benötigt.</translation>
    </message>
    <message>
        <source>This is too short or too long.</source>
        <translation>Das ist zu kurz oder zu lang.</translation>
    </message>
    <message>
        <source>This is outside the range.</source>
        <translation>Das liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Choose one of the offered values.</source>
        <translation>Wählen Sie einen der angebotenen Werte.</translation>
    </message>
    <message>
        <source>This is not a date and time.</source>
        <translation>Das ist kein Datum mit Uhrzeit.</translation>
    </message>
    <message>
        <source>This holds a character that cannot be seen.</source>
        <translation>Das enthält ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation>Dieser Name kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>A password has at least 12 characters.</source>
        <translation>Ein Passwort hat mindestens 12 Zeichen.</translation>
    </message>
    <message>
        <source>nobody has this logon name</source>
        <translation>niemand hat diesen Anmeldenamen</translation>
    </message>
    <message>
        <source>the account is disabled</source>
        <translation>das Konto ist deaktiviert</translation>
    </message>
    <message>
        <source>the account has not started yet</source>
        <translation>das Konto hat noch nicht begonnen</translation>
    </message>
    <message>
        <source>the account has ended</source>
        <translation>das Konto ist beendet</translation>
    </message>
    <message>
        <source>the account is locked</source>
        <translation>das Konto ist gesperrt</translation>
    </message>
    <message>
        <source>there is no token</source>
        <translation>es gibt keinen Token</translation>
    </message>
    <message>
        <source>the token is disabled</source>
        <translation>der Token ist deaktiviert</translation>
    </message>
    <message>
        <source>the token is reported lost</source>
        <translation>der Token ist als verloren gemeldet</translation>
    </message>
    <message>
        <source>the token has expired</source>
        <translation>der Token ist abgelaufen</translation>
    </message>
    <message>
        <source>the token is not valid yet</source>
        <translation>der Token ist noch nicht gültig</translation>
    </message>
    <message>
        <source>the token was replaced by another</source>
        <translation>der Token wurde durch einen anderen ersetzt</translation>
    </message>
    <message>
        <source>the token&apos;s record is damaged</source>
        <translation>der Datensatz des Tokens ist beschädigt</translation>
    </message>
    <message>
        <source>the token belongs to nobody</source>
        <translation>der Token gehört niemandem</translation>
    </message>
    <message>
        <source>emergency codes stand for the token until they are over</source>
        <translation>Notfallcodes vertreten den Token, bis sie enden</translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation>falscher Code</translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation>falsche PIN</translation>
    </message>
    <message>
        <source>the code was used before</source>
        <translation>der Code wurde schon benutzt</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>falsches Passwort</translation>
    </message>
    <message>
        <source>the account has no password</source>
        <translation>das Konto hat kein Passwort</translation>
    </message>
    <message>
        <source>the emergency code was used before</source>
        <translation>der Notfallcode wurde schon benutzt</translation>
    </message>
    <message>
        <source>the emergency code has expired</source>
        <translation>der Notfallcode ist abgelaufen</translation>
    </message>
    <message>
        <source>the emergency code was cancelled</source>
        <translation>der Notfallcode wurde widerrufen</translation>
    </message>
    <message>
        <source>the next tokencode is asked for</source>
        <translation>der nächste Tokencode wird verlangt</translation>
    </message>
    <message>
        <source>a new PIN is asked for</source>
        <translation>eine neue PIN wird verlangt</translation>
    </message>
    <message>
        <source>the new PIN does not fit the policy</source>
        <translation>die neue PIN entspricht nicht der Richtlinie</translation>
    </message>
    <message>
        <source>the calling program is not known</source>
        <translation>das anfragende Programm ist nicht bekannt</translation>
    </message>
    <message>
        <source>too many sign-ins were waiting</source>
        <translation>zu viele Anmeldungen warteten</translation>
    </message>
    <message>
        <source>the service stopped during the attempt</source>
        <translation>der Dienst hielt während des Versuchs an</translation>
    </message>
    <message numerus="yes">
        <source>The account is locked after %n failed attempt(s).</source>
        <translation>
            <numerusform>Das Konto ist nach %n Fehlversuch gesperrt.</numerusform>
            <numerusform>Das Konto ist nach %n Fehlversuchen gesperrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It unlocks by itself at %1.</source>
        <translation>Es entsperrt sich von selbst am %1.</translation>
    </message>
    <message>
        <source>An administrator must unlock it.</source>
        <translation>Ein Administrator muss es entsperren.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Das Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>The account is valid only from %1.</source>
        <translation>Das Konto ist erst ab %1 gültig.</translation>
    </message>
    <message>
        <source>The account has not started yet.</source>
        <translation>Das Konto hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>The account ended on %1.</source>
        <translation>Das Konto endete am %1.</translation>
    </message>
    <message>
        <source>The account has ended.</source>
        <translation>Das Konto ist beendet.</translation>
    </message>
    <message>
        <source>There is no token to sign in with.</source>
        <translation>Es gibt keinen Token zum Anmelden.</translation>
    </message>
    <message>
        <source>Token %1 is disabled.</source>
        <translation>Token %1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>Token %1 is reported lost.</source>
        <translation>Token %1 ist als verloren gemeldet.</translation>
    </message>
    <message>
        <source>Token %1 expired on %2.</source>
        <translation>Token %1 lief am %2 ab.</translation>
    </message>
    <message>
        <source>Token %1 has expired.</source>
        <translation>Token %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>Token %1 is not valid yet.</source>
        <translation>Token %1 ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>Token %1 was replaced by another.</source>
        <translation>Token %1 wurde durch einen anderen ersetzt.</translation>
    </message>
    <message>
        <source>The record of token %1 is damaged; it must be replaced.</source>
        <translation>Der Datensatz von Token %1 ist beschädigt; er muss ersetzt werden.</translation>
    </message>
    <message>
        <source>Token %1 has lost its PIN; clear it so that a new one is chosen.</source>
        <translation>Token %1 hat seine PIN verloren; löschen Sie sie, damit eine neue gewählt wird.</translation>
    </message>
    <message>
        <source>Token %1 is refused while its emergency codes are valid.</source>
        <translation>Token %1 wird abgewiesen, solange seine Notfallcodes gelten.</translation>
    </message>
    <message>
        <source>All emergency codes have been used.</source>
        <translation>Alle Notfallcodes sind verbraucht.</translation>
    </message>
    <message>
        <source>The emergency codes expired on %1.</source>
        <translation>Die Notfallcodes liefen am %1 ab.</translation>
    </message>
    <message>
        <source>The emergency codes have expired.</source>
        <translation>Die Notfallcodes sind abgelaufen.</translation>
    </message>
    <message>
        <source>The emergency codes were cancelled.</source>
        <translation>Die Notfallcodes wurden widerrufen.</translation>
    </message>
    <message>
        <source>The emergency codes do not work now: %1.</source>
        <translation>Die Notfallcodes funktionieren jetzt nicht: %1.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what to do, on which token</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Set here</source>
        <translation>Hier gesetzt</translation>
    </message>
    <message>
        <source>Inherited from %1</source>
        <translation>Geerbt von %1</translation>
    </message>
    <message>
        <source>The default</source>
        <translation>Der Standard</translation>
    </message>
    <message>
        <source>The key does not say its algorithm.</source>
        <translation>Der Schlüssel nennt seinen Algorithmus nicht.</translation>
    </message>
    <message>
        <source>The token&apos;s algorithm is not supported.</source>
        <translation>Der Algorithmus des Tokens wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The token appends a check digit to its codes.</source>
        <translation>Der Token hängt seinen Codes eine Prüfziffer an.</translation>
    </message>
    <message>
        <source>The token&apos;s counter cannot be used.</source>
        <translation>Der Zähler des Tokens ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>A date of the record cannot be read.</source>
        <translation>Ein Datum des Datensatzes ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The token&apos;s clock is said to be too far off.</source>
        <translation>Die Uhr des Tokens weicht laut Datei zu weit ab.</translation>
    </message>
    <message>
        <source>The token&apos;s codes are not decimal digits.</source>
        <translation>Die Codes des Tokens sind keine Dezimalziffern.</translation>
    </message>
    <message>
        <source>The file does not describe its encryption whole.</source>
        <translation>Die Datei beschreibt ihre Verschlüsselung unvollständig.</translation>
    </message>
    <message>
        <source>The file&apos;s encryption is not supported.</source>
        <translation>Die Verschlüsselung der Datei wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>A field of the record is missing or has the wrong length.</source>
        <translation>Ein Feld des Datensatzes fehlt oder hat die falsche Länge.</translation>
    </message>
    <message>
        <source>Files of this format cannot be read.</source>
        <translation>Dateien dieses Formats sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The token&apos;s interval is not supported.</source>
        <translation>Das Intervall des Tokens wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The key has the wrong length.</source>
        <translation>Der Schlüssel hat die falsche Länge.</translation>
    </message>
    <message>
        <source>The record was changed, or the key or passphrase is not the right one.</source>
        <translation>Der Datensatz wurde verändert, oder Schlüssel oder Passphrase sind nicht die richtigen.</translation>
    </message>
    <message>
        <source>A number of the record cannot be used.</source>
        <translation>Eine Zahl des Datensatzes ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The passphrase is longer than such files allow.</source>
        <translation>Die Passphrase ist länger, als solche Dateien erlauben.</translation>
    </message>
    <message>
        <source>The key&apos;s policy ties it to a condition.</source>
        <translation>Die Richtlinie des Schlüssels bindet ihn an eine Bedingung.</translation>
    </message>
    <message>
        <source>The file could not be read in the time and memory that it may take.</source>
        <translation>Die Datei war mit der erlaubten Zeit und dem erlaubten Speicher nicht lesbar.</translation>
    </message>
    <message>
        <source>The program that reads sdtid files could not be started.</source>
        <translation>Das Programm, das sdtid-Dateien liest, konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The length of the token&apos;s secret is not supported.</source>
        <translation>Die Länge des Geheimnisses wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The record&apos;s seed cannot be used.</source>
        <translation>Der Seed des Datensatzes ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The serial number cannot be used.</source>
        <translation>Die Seriennummer ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The key&apos;s suite is not supported.</source>
        <translation>Die Suite des Schlüssels wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The token counts its time from another moment than 1970-01-01.</source>
        <translation>Der Token zählt seine Zeit nicht ab dem 1. Januar 1970.</translation>
    </message>
    <message>
        <source>The file asks for too many rounds of PBKDF2.</source>
        <translation>Die Datei verlangt zu viele Runden PBKDF2.</translation>
    </message>
    <message>
        <source>The file holds too many records.</source>
        <translation>Die Datei enthält zu viele Datensätze.</translation>
    </message>
    <message>
        <source>The file is of another version of PSKC than 1.0.</source>
        <translation>Die Datei hat eine andere PSKC-Version als 1.0.</translation>
    </message>
    <message>
        <source>The file has a document type declaration or an entity.</source>
        <translation>Die Datei enthält eine Dokumenttyp-Deklaration oder eine Entität.</translation>
    </message>
    <message>
        <source>The file is not well-formed XML.</source>
        <translation>Die Datei ist kein wohlgeformtes XML.</translation>
    </message>
    <message>
        <source>The file is more complex than a token file is.</source>
        <translation>Die Datei ist verschachtelter, als Token-Dateien sind.</translation>
    </message>
    <message>
        <source>Ask for the file with the algorithm in it.</source>
        <translation>Fordern Sie die Datei mit dem Algorithmus darin an.</translation>
    </message>
    <message>
        <source>Ask for tokens of an algorithm that can be imported.</source>
        <translation>Fordern Sie Token mit einem importierbaren Algorithmus an.</translation>
    </message>
    <message>
        <source>Ask for the file with the token&apos;s present counter.</source>
        <translation>Fordern Sie die Datei mit dem jetzigen Zähler des Tokens an.</translation>
    </message>
    <message>
        <source>Only tokens that show decimal digits can be imported.</source>
        <translation>Nur Token, die Dezimalziffern zeigen, lassen sich importieren.</translation>
    </message>
    <message>
        <source>Ask for it with AES-CBC under a pre-shared key or a passphrase, with HMAC-SHA1 or HMAC-SHA256.</source>
        <translation>Fordern Sie sie mit AES-CBC unter einem vereinbarten Schlüssel oder einer Passphrase an, mit HMAC-SHA1 oder HMAC-SHA256.</translation>
    </message>
    <message>
        <source>Ask for the file as PSKC or sdtid.</source>
        <translation>Fordern Sie die Datei als PSKC oder sdtid an.</translation>
    </message>
    <message>
        <source>Enter the whole key.</source>
        <translation>Geben Sie den ganzen Schlüssel ein.</translation>
    </message>
    <message>
        <source>If all records say so, check the key or passphrase. Otherwise ask for the file again.</source>
        <translation>Steht das bei allen Datensätzen, prüfen Sie Schlüssel oder Passphrase. Sonst fordern Sie die Datei erneut an.</translation>
    </message>
    <message>
        <source>Check the passphrase that came with the file.</source>
        <translation>Prüfen Sie die Passphrase, die mit der Datei kam.</translation>
    </message>
    <message>
        <source>Ask for a key whose policy allows one-time codes without that condition.</source>
        <translation>Fordern Sie einen Schlüssel an, dessen Richtlinie Einmalcodes ohne diese Bedingung erlaubt.</translation>
    </message>
    <message>
        <source>Check that the file is intact.</source>
        <translation>Prüfen Sie, ob die Datei unversehrt ist.</translation>
    </message>
    <message>
        <source>Install holdfast-sdtid-reader with the service.</source>
        <translation>Installieren Sie holdfast-sdtid-reader zusammen mit dem Dienst.</translation>
    </message>
    <message>
        <source>Ask for the file with plain serial numbers.</source>
        <translation>Fordern Sie die Datei mit einfachen Seriennummern an.</translation>
    </message>
    <message>
        <source>Ask for the file with fewer rounds and a longer passphrase.</source>
        <translation>Fordern Sie die Datei mit weniger Runden und einer längeren Passphrase an.</translation>
    </message>
    <message>
        <source>Ask for it as PSKC 1.0 (RFC 6030).</source>
        <translation>Fordern Sie sie als PSKC 1.0 (RFC 6030) an.</translation>
    </message>
    <message>
        <source>Ask for it as plain XML.</source>
        <translation>Fordern Sie sie als einfaches XML an.</translation>
    </message>
    <message>
        <source>Check that this is the token file, and that no editor or mail program changed it.</source>
        <translation>Prüfen Sie, ob das die Token-Datei ist und kein Editor oder Mailprogramm sie verändert hat.</translation>
    </message>
    <message>
        <source>verify callers and approve for others</source>
        <translation>Anrufende überprüfen und für andere freigeben</translation>
    </message>
    <message>
        <source>overrule the quota of emergency codes</source>
        <translation>Kontingent der Notfallcodes überschreiten</translation>
    </message>
    <message>
        <source>The caller is not verified far enough. Verify the caller on the card first.</source>
        <translation>Die anrufende Person ist nicht ausreichend überprüft. Überprüfen Sie sie zuerst auf der Karte.</translation>
    </message>
    <message>
        <source>That was not right. Let the caller try again, or take another method.</source>
        <translation>Das war nicht richtig. Lassen Sie es noch einmal versuchen, oder nehmen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>This counts already. Take another method.</source>
        <translation>Das zählt bereits. Nehmen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>The time for this verification is over. Begin anew.</source>
        <translation>Die Zeit für diese Überprüfung ist abgelaufen. Beginnen Sie neu.</translation>
    </message>
    <message>
        <source>This verification belongs to another session. Begin anew.</source>
        <translation>Diese Überprüfung gehört zu einer anderen Sitzung. Beginnen Sie neu.</translation>
    </message>
    <message>
        <source>This question was answered wrongly too often and is closed for a day. Take another method.</source>
        <translation>Diese Frage wurde zu oft falsch beantwortet und ist für einen Tag gesperrt. Nehmen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>This question was changed less than a day ago. Take another method.</source>
        <translation>Diese Frage wurde vor weniger als einem Tag geändert. Nehmen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>There is no number on record to call back.</source>
        <translation>Es ist keine Nummer hinterlegt, die zurückgerufen werden könnte.</translation>
    </message>
    <message>
        <source>The number on record was changed less than a day ago. Take another method.</source>
        <translation>Die hinterlegte Nummer wurde vor weniger als einem Tag geändert. Nehmen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>Approval was asked for already.</source>
        <translation>Um Freigabe wurde bereits gebeten.</translation>
    </message>
    <message>
        <source>Nothing on this account needs approval.</source>
        <translation>An diesem Konto braucht nichts eine Freigabe.</translation>
    </message>
    <message>
        <source>Nobody waits for this approval any more.</source>
        <translation>Auf diese Freigabe wartet niemand mehr.</translation>
    </message>
    <message>
        <source>Somebody else must decide on this.</source>
        <translation>Darüber muss jemand anderes entscheiden.</translation>
    </message>
    <message>
        <source>This person was given as many emergency codes as the policy allows in 90 days. Somebody whose role may overrule the quota can issue more.</source>
        <translation>Diese Person hat so viele Notfallcodes erhalten, wie die Richtlinie in 90 Tagen erlaubt. Wessen Rolle das Kontingent überschreiten darf, kann weitere ausstellen.</translation>
    </message>
    <message>
        <source>Code from a token</source>
        <translation>Code eines Tokens</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Rückruf</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Vorgesetzte</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Unlock the account</source>
        <translation>Konto entsperren</translation>
    </message>
    <message>
        <source>Clear a PIN</source>
        <translation>PIN löschen</translation>
    </message>
    <message>
        <source>Mark a token as found</source>
        <translation>Token als gefunden melden</translation>
    </message>
    <message>
        <source>Issue an emergency code</source>
        <translation>Notfallcode ausstellen</translation>
    </message>
    <message>
        <source>Give out a token</source>
        <translation>Token ausgeben</translation>
    </message>
    <message>
        <source>a code of token %1</source>
        <translation>einen Code des Tokens %1</translation>
    </message>
    <message>
        <source>a call back to %1</source>
        <translation>einen Rückruf an %1</translation>
    </message>
    <message>
        <source>%1, manager</source>
        <translation>%1 (vorgesetzt)</translation>
    </message>
    <message>
        <source>questions (%1)</source>
        <translation>Fragen (%1)</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>freigegeben von %1</translation>
    </message>
    <message>
        <source>The number on record was changed %1 by %2. It counts a day later.</source>
        <translation>Die hinterlegte Nummer wurde geändert: %1, von %2. Sie zählt einen Tag später.</translation>
    </message>
    <message>
        <source>The security questions were changed %1 by %2. They count a day later.</source>
        <translation>Die Sicherheitsfragen wurden geändert: %1, von %2. Sie zählen einen Tag später.</translation>
    </message>
    <message>
        <source>By the person</source>
        <translation>Von der Person</translation>
    </message>
    <message>
        <source>By the service, at random</source>
        <translation>Vom Dienst, zufällig</translation>
    </message>
    <message>
        <source>export tokens with their secrets</source>
        <translation>Token mit ihren Geheimnissen exportieren</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>Die Datei ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The first line names no column that is known.</source>
        <translation>Die erste Zeile nennt keine bekannte Spalte.</translation>
    </message>
    <message>
        <source>It cannot be told whether the secrets are hexadecimal or base32.</source>
        <translation>Ob die Geheimnisse hexadezimal oder Base32 sind, ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>The line is an export from one phone to another.</source>
        <translation>Die Zeile ist ein Export von einem Telefon auf ein anderes.</translation>
    </message>
    <message>
        <source>A token with this serial number is there already.</source>
        <translation>Einen Token mit dieser Seriennummer gibt es schon.</translation>
    </message>
    <message>
        <source>The file holds this serial number more than once.</source>
        <translation>Die Datei enthält diese Seriennummer mehrfach.</translation>
    </message>
    <message>
        <source>Save it as text in UTF-8.</source>
        <translation>Speichern Sie sie als Text in UTF-8.</translation>
    </message>
    <message>
        <source>Begin the file with a line such as serial,secret,digits.</source>
        <translation>Beginnen Sie die Datei mit einer Zeile wie serial,secret,digits.</translation>
    </message>
    <message>
        <source>Name their column secret_hex or secret_base32.</source>
        <translation>Nennen Sie ihre Spalte secret_hex oder secret_base32.</translation>
    </message>
    <message>
        <source>Ask for each token&apos;s own otpauth line.</source>
        <translation>Fordern Sie die eigene otpauth-Zeile jedes Tokens an.</translation>
    </message>
    <message>
        <source>Nothing to do: the same record gets the same number again.</source>
        <translation>Nichts zu tun: Derselbe Datensatz bekommt wieder dieselbe Nummer.</translation>
    </message>
    <message>
        <source>Check the header if one of them should have been read.</source>
        <translation>Prüfen Sie die Kopfzeile, falls eine davon gelesen werden sollte.</translation>
    </message>
    <message>
        <source>Resume the import; the file is not needed for that.</source>
        <translation>Setzen Sie den Import fort; die Datei ist dafür nicht nötig.</translation>
    </message>
    <message>
        <source>%1, given by the service</source>
        <translation>%1, vom Dienst vergeben</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n day(s)</source>
        <translation>
            <numerusform>%1 für %n Tag</numerusform>
            <numerusform>%1 für %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the code that the app should show now. Type the present one; if it is refused again, check the phone&apos;s clock.</source>
        <translation>Diesen Code sollte die App jetzt nicht zeigen. Geben Sie den jetzigen ein; wird er wieder abgewiesen, prüfen Sie die Uhr des Telefons.</translation>
    </message>
    <message>
        <source>This token does not wait for its first code.</source>
        <translation>Dieser Token wartet nicht auf seinen ersten Code.</translation>
    </message>
    <message>
        <source>There is no token that could be exported.</source>
        <translation>Es gibt keinen Token, der exportiert werden könnte.</translation>
    </message>
    <message>
        <source>This import runs, has ended, or left nothing to resume.</source>
        <translation>Dieser Import läuft, ist beendet oder hat nichts zum Fortsetzen hinterlassen.</translation>
    </message>
    <message>
        <source>Several imports are running. Wait for one to finish.</source>
        <translation>Mehrere Importe laufen. Warten Sie, bis einer fertig ist.</translation>
    </message>
    <message>
        <source>operate the service</source>
        <translation>den Dienst betreiben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Is the default</source>
        <translation>Ist der Standard</translation>
    </message>
    <message>
        <source>Wrong codes in a row</source>
        <translation>Falsche Codes in Folge</translation>
    </message>
    <message>
        <source>Counted within</source>
        <translation>Zeitraum der Zählung</translation>
    </message>
    <message>
        <source>Unlocked by</source>
        <translation>Entsperrt durch</translation>
    </message>
    <message>
        <source>Unlocked after</source>
        <translation>Sperrdauer</translation>
    </message>
    <message>
        <source>Shortest PIN</source>
        <translation>Kürzeste PIN</translation>
    </message>
    <message>
        <source>Longest PIN</source>
        <translation>Längste PIN</translation>
    </message>
    <message>
        <source>PINs are made of</source>
        <translation>PINs bestehen aus</translation>
    </message>
    <message>
        <source>Refuse 1111, 1234 and the like</source>
        <translation>1111, 1234 und Ähnliches ablehnen</translation>
    </message>
    <message>
        <source>Next code asked for after wrong codes</source>
        <translation>Nächster Code verlangt nach Fehlversuchen</translation>
    </message>
    <message>
        <source>Steps accepted at once</source>
        <translation>Sofort angenommene Schritte</translation>
    </message>
    <message>
        <source>Steps accepted with the next code</source>
        <translation>Mit nächstem Code angenommene Schritte</translation>
    </message>
    <message>
        <source>Counter tokens look ahead</source>
        <translation>Vorausschau bei Zähler-Token</translation>
    </message>
    <message>
        <source>Proposed life of emergency codes</source>
        <translation>Vorgeschlagene Gültigkeit von Notfallcodes</translation>
    </message>
    <message>
        <source>Longest life of emergency codes</source>
        <translation>Längste Gültigkeit von Notfallcodes</translation>
    </message>
    <message>
        <source>Shortest passcode</source>
        <translation>Kürzester Passcode</translation>
    </message>
    <message>
        <source>Passcodes mixed by an app</source>
        <translation>Von einer App gemischte Passcodes</translation>
    </message>
    <message>
        <source>Tokens without a PIN</source>
        <translation>Token ohne PIN</translation>
    </message>
    <message>
        <source>Fixed passcodes</source>
        <translation>Feste Passcodes</translation>
    </message>
    <message>
        <source>Days granted at each contact</source>
        <translation>Tage Vorrat je Kontakt</translation>
    </message>
    <message>
        <source>Warn when so many are left</source>
        <translation>Warnen bei so vielen übrigen</translation>
    </message>
    <message>
        <source>Keep a code that replaces the tokencode</source>
        <translation>Code bereithalten, der den Tokencode ersetzt</translation>
    </message>
    <message>
        <source>Keep a code that replaces PIN and tokencode</source>
        <translation>Code bereithalten, der PIN und Tokencode ersetzt</translation>
    </message>
    <message>
        <source>Letters in emergency codes</source>
        <translation>Buchstaben in Notfallcodes</translation>
    </message>
    <message>
        <source>Life of emergency codes</source>
        <translation>Gültigkeit von Notfallcodes</translation>
    </message>
    <message>
        <source>Report offline logons</source>
        <translation>Offline-Anmeldungen melden</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Account is enabled</source>
        <translation>Konto ist aktiviert</translation>
    </message>
    <message>
        <source>Account has started</source>
        <translation>Konto hat begonnen</translation>
    </message>
    <message>
        <source>Account has not ended</source>
        <translation>Konto ist nicht beendet</translation>
    </message>
    <message>
        <source>Account is not locked</source>
        <translation>Konto ist nicht gesperrt</translation>
    </message>
    <message>
        <source>An attempt can be taken</source>
        <translation>Ein Versuch ist möglich</translation>
    </message>
    <message>
        <source>Has a token</source>
        <translation>Hat einen Token</translation>
    </message>
    <message>
        <source>Token is enabled</source>
        <translation>Token ist aktiviert</translation>
    </message>
    <message>
        <source>Token is with its owner</source>
        <translation>Token ist beim Inhaber</translation>
    </message>
    <message>
        <source>Token has started</source>
        <translation>Token hat begonnen</translation>
    </message>
    <message>
        <source>Token has not expired</source>
        <translation>Token ist nicht abgelaufen</translation>
    </message>
    <message>
        <source>Token&apos;s record is whole</source>
        <translation>Datensatz des Tokens ist heil</translation>
    </message>
    <message>
        <source>Token has an unused code</source>
        <translation>Token hat einen unbenutzten Code</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Next tokencode</source>
        <translation>Nächster Tokencode</translation>
    </message>
    <message>
        <source>Emergency code</source>
        <translation>Notfallcode</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>no start date, or one in the past</source>
        <translation>kein Anfangsdatum oder eines in der Vergangenheit</translation>
    </message>
    <message>
        <source>no end date, or one in the future</source>
        <translation>kein Enddatum oder eines in der Zukunft</translation>
    </message>
    <message>
        <source>failures and attempts under way together below the limit</source>
        <translation>Fehlversuche und laufende Versuche zusammen unter der Grenze</translation>
    </message>
    <message>
        <source>a token, or an emergency code</source>
        <translation>ein Token oder ein Notfallcode</translation>
    </message>
    <message>
        <source>not lost, and no emergency code in its place</source>
        <translation>nicht verloren und kein Notfallcode an seiner Stelle</translation>
    </message>
    <message>
        <source>no expiry, or one in the future</source>
        <translation>kein Ablauf oder einer in der Zukunft</translation>
    </message>
    <message>
        <source>a seed that the service can open</source>
        <translation>ein Seed, den der Dienst öffnen kann</translation>
    </message>
    <message>
        <source>a code within reach that was not used yet</source>
        <translation>ein noch unbenutzter Code in Reichweite</translation>
    </message>
    <message>
        <source>a PIN that the service can recognise, or none</source>
        <translation>eine PIN, die der Dienst erkennen kann, oder keine</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>none is needed: the tokencode alone</source>
        <translation>keine nötig: der Tokencode allein</translation>
    </message>
    <message>
        <source>set: PIN, then tokencode</source>
        <translation>gesetzt: PIN, dann Tokencode</translation>
    </message>
    <message>
        <source>to be chosen: sign in with the tokencode alone, then choose one</source>
        <translation>noch zu wählen: mit dem Tokencode allein anmelden, dann eine wählen</translation>
    </message>
    <message>
        <source>set; a new one will be asked for</source>
        <translation>gesetzt; eine neue wird verlangt werden</translation>
    </message>
    <message>
        <source>set, but too old; a new one will be asked for</source>
        <translation>gesetzt, aber zu alt; eine neue wird verlangt werden</translation>
    </message>
    <message>
        <source>that of the token which this one replaces</source>
        <translation>die des Tokens, den dieser ersetzt</translation>
    </message>
    <message>
        <source>its record is missing</source>
        <translation>sein Datensatz fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s)</source>
        <translation>
            <numerusform>%n Fehlversuch</numerusform>
            <numerusform>%n Fehlversuche</numerusform>
        </translation>
    </message>
    <message>
        <source>locked until %1, after %2</source>
        <translation>gesperrt bis %1 (%2)</translation>
    </message>
    <message>
        <source>locked until an administrator unlocks, after %1</source>
        <translation>gesperrt, bis ein Administrator entsperrt (%1)</translation>
    </message>
    <message>
        <source>emergency codes stand for it</source>
        <translation>Notfallcodes vertreten ihn</translation>
    </message>
    <message>
        <source>reported lost on %1</source>
        <translation>als verloren gemeldet am %1</translation>
    </message>
    <message>
        <source>not lost</source>
        <translation>nicht verloren</translation>
    </message>
    <message>
        <source>%1; its next use is taken and ends the emergency codes for it</source>
        <translation>%1; seine nächste Benutzung gilt und beendet seine Notfallcodes</translation>
    </message>
    <message>
        <source>every code within reach was used; was the service&apos;s clock set back?</source>
        <translation>jeder Code in Reichweite wurde benutzt; wurde die Uhr des Dienstes zurückgestellt?</translation>
    </message>
    <message numerus="yes">
        <source>the code shown now was used; the next one comes in %n second(s)</source>
        <translation>
            <numerusform>der jetzt gezeigte Code wurde benutzt; der nächste kommt in %n Sekunde</numerusform>
            <numerusform>der jetzt gezeigte Code wurde benutzt; der nächste kommt in %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>yes; last used on %1</source>
        <translation>ja; zuletzt benutzt am %1</translation>
    </message>
    <message>
        <source>yes; never used</source>
        <translation>ja; nie benutzt</translation>
    </message>
    <message numerus="yes">
        <source>asked for as well, after %n wrong code(s)</source>
        <translation>
            <numerusform>wird auch verlangt, nach %n falschen Code</numerusform>
            <numerusform>wird auch verlangt, nach %n falschen Codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not asked for; %n wrong code(s)</source>
        <translation>
            <numerusform>wird nicht verlangt; %n falscher Code</numerusform>
            <numerusform>wird nicht verlangt; %n falsche Codes</numerusform>
        </translation>
    </message>
    <message>
        <source>PIN, then the code</source>
        <translation>PIN, dann der Code</translation>
    </message>
    <message>
        <source>the code alone</source>
        <translation>nur der Code</translation>
    </message>
    <message>
        <source>%1 of %2 left, until %3; %4</source>
        <translation>%1 von %2 übrig, bis %3; %4</translation>
    </message>
    <message>
        <source>until %1; %2</source>
        <translation>bis %1; %2</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>no start date</source>
        <translation>kein Anfangsdatum</translation>
    </message>
    <message>
        <source>no end date</source>
        <translation>kein Enddatum</translation>
    </message>
    <message>
        <source>no expiry</source>
        <translation>kein Ablauf</translation>
    </message>
    <message>
        <source>none is under way</source>
        <translation>keiner läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) under way</source>
        <translation>
            <numerusform>%n laufender Versuch</numerusform>
            <numerusform>%n laufende Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>no token</source>
        <translation>kein Token</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <source>whole</source>
        <translation>heil</translation>
    </message>
    <message>
        <source>its seed cannot be opened</source>
        <translation>sein Seed lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>nothing: accounts are never locked</source>
        <translation>nichts: Konten werden nie gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>fewer than %n failed attempt(s) within %1</source>
        <translation>
            <numerusform>weniger als %n Fehlversuch (Zeitraum %1)</numerusform>
            <numerusform>weniger als %n Fehlversuche (Zeitraum %1)</numerusform>
        </translation>
    </message>
    <message>
        <source>any number of wrong codes</source>
        <translation>beliebig viele falsche Codes</translation>
    </message>
    <message numerus="yes">
        <source>fewer than %n wrong code(s)</source>
        <translation>
            <numerusform>weniger als %n falscher Code</numerusform>
            <numerusform>weniger als %n falsche Codes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 whose lock had ended would be locked again.</source>
        <translation>Wieder gesperrt, obwohl die Sperre beendet war: %1.</translation>
    </message>
    <message>
        <source>%1 locked now would stay locked longer.</source>
        <translation>Länger gesperrt als jetzt: %1.</translation>
    </message>
    <message>
        <source>%1 would be locked by one more wrong code.</source>
        <translation>Beim nächsten falschen Code gesperrt: %1.</translation>
    </message>
    <message>
        <source>%1 would be locked after fewer wrong codes.</source>
        <translation>Nach weniger falschen Codes gesperrt: %1.</translation>
    </message>
    <message>
        <source>%1 could be locked; now nobody is.</source>
        <translation>Künftig sperrbar: %1; jetzt ist es niemand.</translation>
    </message>
    <message>
        <source>%1 would never be locked: codes could be guessed without end.</source>
        <translation>Nie mehr gesperrt: %1. Codes ließen sich endlos raten.</translation>
    </message>
    <message>
        <source>%1 locked now would be unlocked.</source>
        <translation>Sofort entsperrt: %1.</translation>
    </message>
    <message>
        <source>%1 locked now would be unlocked sooner.</source>
        <translation>Früher entsperrt als jetzt: %1.</translation>
    </message>
    <message>
        <source>%1 would no longer be locked by one more wrong code.</source>
        <translation>Nicht mehr beim nächsten falschen Code gesperrt: %1.</translation>
    </message>
    <message>
        <source>%1 would be locked only after more wrong codes.</source>
        <translation>Erst nach mehr falschen Codes gesperrt: %1.</translation>
    </message>
    <message>
        <source>%1 would get fewer offline days.</source>
        <translation>Weniger Offline-Tage: %1.</translation>
    </message>
    <message>
        <source>%1 would get more offline days.</source>
        <translation>Mehr Offline-Tage: %1.</translation>
    </message>
    <message>
        <source>%1 would get emergency codes of another life from now on.</source>
        <translation>Ab jetzt Notfallcodes mit anderer Gültigkeit: %1.</translation>
    </message>
    <message>
        <source>Of %1 it cannot be told whose token&apos;s clock is off by too much.</source>
        <translation>Ob die Uhr des Tokens zu weit abweicht, ist nicht zu sagen bei: %1.</translation>
    </message>
    <message>
        <source>%1 would be asked for the next code as well.</source>
        <translation>Auch nach dem nächsten Code gefragt: %1.</translation>
    </message>
    <message>
        <source>%1 would no longer be asked for the next code.</source>
        <translation>Nicht mehr nach dem nächsten Code gefragt: %1.</translation>
    </message>
    <message>
        <source>%1 could no longer be used offline.</source>
        <translation>Nicht mehr offline nutzbar: %1.</translation>
    </message>
    <message>
        <source>%1 could be used offline as well.</source>
        <translation>Auch offline nutzbar: %1.</translation>
    </message>
    <message>
        <source>Of %1 it cannot be told whether PIN and code are long enough.</source>
        <translation>Ob PIN und Code lang genug sind, ist nicht zu sagen bei: %1.</translation>
    </message>
    <message>
        <source>%1 would be too short if chosen anew; until then they go on working.</source>
        <translation>Zu kurz, wenn neu gewählt: %1; bis dahin gelten sie weiter.</translation>
    </message>
    <message>
        <source>%1 would be too long if chosen anew; until then they go on working.</source>
        <translation>Zu lang, wenn neu gewählt: %1; bis dahin gelten sie weiter.</translation>
    </message>
    <message>
        <source>%1 cannot be judged, for only their hashes are kept; they go on working.</source>
        <translation>Nicht zu beurteilen: %1, denn nur Hashwerte sind aufbewahrt; sie gelten weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
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
            <numerusform>%Ln Notfallcode im Umlauf gilt länger, als vergeben werden könnte; sein Ende bleibt.</numerusform>
            <numerusform>%Ln Notfallcodes im Umlauf gelten länger, als vergeben werden könnte; ihr Ende bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>At least: %1</source>
        <comment>there were too many to count all</comment>
        <translation>Mindestens: %1</translation>
    </message>
    <message>
        <source>The report “%1” of %2 failed: %3</source>
        <translation>Der Bericht „%1“ von %2 ist fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n assigned token(s) expire within %1 days.</source>
        <translation>
            <numerusform>%n zugewiesenes Token läuft innerhalb von %1 Tagen ab.</numerusform>
            <numerusform>%n zugewiesene Token laufen innerhalb von %1 Tagen ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) were locked within %1 minutes. Is somebody trying passwords?</source>
        <translation>
            <numerusform>%n Konto wurde innerhalb von %1 Minuten gesperrt. Probiert jemand Kennwörter durch?</numerusform>
            <numerusform>%n Konten wurden innerhalb von %1 Minuten gesperrt. Probiert jemand Kennwörter durch?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>E-mail cannot be sent, %n message(s) wait: %1</source>
        <translation>
            <numerusform>E-Mail kann nicht gesendet werden, %n Nachricht wartet: %1</numerusform>
            <numerusform>E-Mail kann nicht gesendet werden, %n Nachrichten warten: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The end of the event log is not written outside: %1</source>
        <translation>Das Ende des Ereignisprotokolls wird nicht außerhalb festgehalten: %1</translation>
    </message>
    <message>
        <source>The syslog server is not reached; events wait until it is.</source>
        <translation>Der Syslog-Server ist nicht erreichbar; die Ereignisse warten, bis er es ist.</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Show tokens</source>
        <translation>Token zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Expire within %n day(s)</source>
        <translation>
            <numerusform>Laufen innerhalb von %n Tag ab</numerusform>
            <numerusform>Laufen innerhalb von %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Show people</source>
        <translation>Personen zeigen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Läufe zeigen</translation>
    </message>
    <message>
        <source>Show service</source>
        <translation>Dienst zeigen</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Alle Benutzer</translation>
    </message>
    <message>
        <source>Users with tokens</source>
        <translation>Benutzer mit Token</translation>
    </message>
    <message>
        <source>Users without tokens</source>
        <translation>Benutzer ohne Token</translation>
    </message>
    <message>
        <source>Users who never signed in</source>
        <translation>Benutzer, die sich nie anmeldeten</translation>
    </message>
    <message>
        <source>Users not signed in for long</source>
        <translation>Lange nicht angemeldete Benutzer</translation>
    </message>
    <message>
        <source>Account expiration</source>
        <translation>Ablauf von Konten</translation>
    </message>
    <message>
        <source>Disabled accounts</source>
        <translation>Deaktivierte Konten</translation>
    </message>
    <message>
        <source>Locked now</source>
        <translation>Jetzt gesperrt</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliasse</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Alle Token</translation>
    </message>
    <message>
        <source>Token expiration</source>
        <translation>Ablauf von Token</translation>
    </message>
    <message>
        <source>Unassigned tokens</source>
        <translation>Nicht zugewiesene Token</translation>
    </message>
    <message>
        <source>Lost tokens</source>
        <translation>Verlorene Token</translation>
    </message>
    <message>
        <source>Tokens never used</source>
        <translation>Nie benutzte Token</translation>
    </message>
    <message>
        <source>Imported tokens</source>
        <translation>Importierte Token</translation>
    </message>
    <message>
        <source>Emergency codes issued</source>
        <translation>Ausgestellte Notfallcodes</translation>
    </message>
    <message>
        <source>Emergency codes never used</source>
        <translation>Nie benutzte Notfallcodes</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administratoren</translation>
    </message>
    <message>
        <source>Administrators and rights</source>
        <translation>Administratoren und Rechte</translation>
    </message>
    <message>
        <source>Policies by domain</source>
        <translation>Richtlinien nach Domäne</translation>
    </message>
    <message>
        <source>API clients</source>
        <translation>API-Clients</translation>
    </message>
    <message>
        <source>Authentication activity</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Administrator activity</source>
        <translation>Tätigkeit der Administratoren</translation>
    </message>
    <message>
        <source>System log</source>
        <translation>Systemprotokoll</translation>
    </message>
    <message>
        <source>All activity</source>
        <translation>Alle Aktivitäten</translation>
    </message>
    <message>
        <source>Everybody, with the state of the account.</source>
        <translation>Alle, mit dem Zustand des Kontos.</translation>
    </message>
    <message>
        <source>A line for each token that somebody has.</source>
        <translation>Eine Zeile für jedes Token, das jemand hat.</translation>
    </message>
    <message>
        <source>Who has no token at all.</source>
        <translation>Wer gar kein Token hat.</translation>
    </message>
    <message>
        <source>Not once since the account was made.</source>
        <translation>Kein einziges Mal, seit es das Konto gibt.</translation>
    </message>
    <message>
        <source>Who signed in once, but not for some time.</source>
        <translation>Wer sich früher angemeldet hat, aber seit einiger Zeit nicht mehr.</translation>
    </message>
    <message>
        <source>Accounts that have ended or are going to.</source>
        <translation>Konten, die abgelaufen sind oder ablaufen werden.</translation>
    </message>
    <message>
        <source>Whom an administrator has disabled.</source>
        <translation>Wen ein Administrator deaktiviert hat.</translation>
    </message>
    <message>
        <source>Whose sign-in would be refused at this moment for wrong codes.</source>
        <translation>Wessen Anmeldung in diesem Augenblick wegen falscher Codes abgelehnt würde.</translation>
    </message>
    <message>
        <source>Other names that people sign in with.</source>
        <translation>Andere Namen, mit denen sich Personen anmelden.</translation>
    </message>
    <message>
        <source>Every token, assigned or not.</source>
        <translation>Jedes Token, zugewiesen oder nicht.</translation>
    </message>
    <message>
        <source>Tokens that people have, by the day on which they end.</source>
        <translation>Zugewiesene Token nach dem Tag, an dem sie ablaufen.</translation>
    </message>
    <message>
        <source>On the shelf, ready to be given to somebody.</source>
        <translation>Auf Vorrat, bereit zur Ausgabe.</translation>
    </message>
    <message>
        <source>Reported lost, and whose they are.</source>
        <translation>Als verloren gemeldet, und wem sie gehören.</translation>
    </message>
    <message>
        <source>Somebody has them and never signed in with them.</source>
        <translation>Jemand hat sie und hat sich nie damit angemeldet.</translation>
    </message>
    <message>
        <source>When each token was read in, from which manufacturer.</source>
        <translation>Wann jedes Token eingelesen wurde, von welchem Hersteller.</translation>
    </message>
    <message>
        <source>To whom, by whom and why; never the codes.</source>
        <translation>An wen, von wem und warum; niemals die Codes.</translation>
    </message>
    <message>
        <source>Issued, and nobody signed in with any of them.</source>
        <translation>Ausgestellt, und niemand hat sich mit einem davon angemeldet.</translation>
    </message>
    <message>
        <source>Who has which role, and over which domains.</source>
        <translation>Wer welche Rolle hat, und über welche Domänen.</translation>
    </message>
    <message>
        <source>A line for each role of each administrator, with what it permits now.</source>
        <translation>Eine Zeile für jede Rolle jedes Administrators, mit dem, was sie jetzt erlaubt.</translation>
    </message>
    <message>
        <source>Which policies apply where, and where they are set.</source>
        <translation>Welche Richtlinien wo gelten, und wo sie gesetzt sind.</translation>
    </message>
    <message>
        <source>VPN gateways and other programs that may ask, RADIUS among them.</source>
        <translation>VPN-Gateways und andere Programme, die anfragen dürfen, auch über RADIUS.</translation>
    </message>
    <message>
        <source>Who signed in or was refused, with what and why.</source>
        <translation>Wer sich anmeldete oder abgelehnt wurde, womit und warum.</translation>
    </message>
    <message>
        <source>What administrators changed.</source>
        <translation>Was Administratoren geändert haben.</translation>
    </message>
    <message>
        <source>What the service itself did.</source>
        <translation>Was der Dienst selbst getan hat.</translation>
    </message>
    <message>
        <source>All three logs.</source>
        <translation>Alle drei Protokolle.</translation>
    </message>
    <message>
        <source>Shown name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Verbleibende Tage</translation>
    </message>
    <message>
        <source>Locked since</source>
        <translation>Gesperrt seit</translation>
    </message>
    <message>
        <source>Locked until</source>
        <translation>Gesperrt bis</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>In place of</source>
        <translation>Anstelle von</translation>
    </message>
    <message>
        <source>When the token returns</source>
        <translation>Wenn das Token zurück ist</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Role key</source>
        <translation>Rollenschlüssel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Has a password</source>
        <translation>Hat ein Kennwort</translation>
    </message>
    <message>
        <source>Lockout policy</source>
        <translation>Sperrrichtlinie</translation>
    </message>
    <message>
        <source>Lockout: how</source>
        <translation>Sperren: wie</translation>
    </message>
    <message>
        <source>Lockout: set on</source>
        <translation>Sperren: gesetzt auf</translation>
    </message>
    <message>
        <source>Token policy</source>
        <translation>Tokenrichtlinie</translation>
    </message>
    <message>
        <source>Token: how</source>
        <translation>Token: wie</translation>
    </message>
    <message>
        <source>Token: set on</source>
        <translation>Token: gesetzt auf</translation>
    </message>
    <message>
        <source>Offline policy</source>
        <translation>Offline-Richtlinie</translation>
    </message>
    <message>
        <source>Offline: how</source>
        <translation>Offline: wie</translation>
    </message>
    <message>
        <source>Offline: set on</source>
        <translation>Offline: gesetzt auf</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Not for so many days</source>
        <translation>Seit so vielen Tagen nicht</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Domain and below</source>
        <translation>Domäne und darunter</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzerkennung</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Administers the domain</source>
        <translation>Verwaltet die Domäne</translation>
    </message>
    <message>
        <source>The account that it runs for is gone.</source>
        <translation>Das Konto, für das er läuft, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The account that it runs for is disabled.</source>
        <translation>Das Konto, für das er läuft, ist deaktiviert.</translation>
    </message>
    <message>
        <source>Whoever it runs for may not run reports any more.</source>
        <translation>Wer ihn laufen ließ, darf keine Berichte mehr ausführen.</translation>
    </message>
    <message>
        <source>The result is larger than 1 GiB. Restrict the report.</source>
        <translation>Das Ergebnis ist größer als 1 GiB. Schränken Sie den Bericht ein.</translation>
    </message>
    <message>
        <source>The service&apos;s disk is nearly full.</source>
        <translation>Der Datenträger des Dienstes ist fast voll.</translation>
    </message>
    <message>
        <source>The service&apos;s disk is full.</source>
        <translation>Der Datenträger des Dienstes ist voll.</translation>
    </message>
    <message>
        <source>The service ended each time that it ran.</source>
        <translation>Der Dienst endete jedes Mal, während er lief.</translation>
    </message>
    <message>
        <source>The service does not know this report any more.</source>
        <translation>Der Dienst kennt diesen Bericht nicht mehr.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>CSV (spreadsheets)</source>
        <translation>CSV (Tabellen)</translation>
    </message>
    <message>
        <source>JSON lines (programs)</source>
        <translation>JSON-Zeilen (Programme)</translation>
    </message>
    <message>
        <source>HTML (browsers)</source>
        <translation>HTML (Browser)</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Every day at %1</source>
        <translation>Täglich um %1</translation>
    </message>
    <message>
        <source>Every %1 at %2</source>
        <translation>Jeden %1 um %2</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Waiting changes</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Answers; %1 in size.</source>
        <translation>Antwortet; Größe %1.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>%1 waiting to be written.</source>
        <translation>%1 warten auf das Schreiben.</translation>
    </message>
    <message>
        <source>Its head record follows the log.</source>
        <translation>Sein Kopfnachweis folgt dem Protokoll.</translation>
    </message>
    <message>
        <source>In their place, and private.</source>
        <translation>An ihrem Ort und vor anderen geschützt.</translation>
    </message>
    <message>
        <source>The last one was made %1 ago.</source>
        <translation>Alter der letzten: %1.</translation>
    </message>
    <message>
        <source>In step.</source>
        <translation>Geht richtig.</translation>
    </message>
    <message>
        <source>At the configured levels.</source>
        <translation>In den eingestellten Stufen.</translation>
    </message>
    <message>
        <source>Only %1 are free. Make room.</source>
        <translation>Nur %1 sind frei. Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Only %1 are free: nobody can sign in once it is full.</source>
        <translation>Nur %1 sind frei: Ist er voll, kann sich niemand mehr anmelden.</translation>
    </message>
    <message>
        <source>The disk of the data cannot be asked.</source>
        <translation>Der Datenträger der Daten ist nicht abfragbar.</translation>
    </message>
    <message>
        <source>%1 waiting to be written: the disk is too slow.</source>
        <translation>%1 warten auf das Schreiben: Der Datenträger ist zu langsam.</translation>
    </message>
    <message>
        <source>Its head record is missing, so a cut end would go unnoticed.</source>
        <translation>Sein Kopfnachweis fehlt; ein abgeschnittenes Ende bliebe unbemerkt.</translation>
    </message>
    <message>
        <source>Its head record was changed, or is of another service.</source>
        <translation>Sein Kopfnachweis wurde verändert oder gehört zu einem anderen Dienst.</translation>
    </message>
    <message>
        <source>Its head record cannot be read.</source>
        <translation>Sein Kopfnachweis ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Its head record does not follow: can the key folder be written?</source>
        <translation>Sein Kopfnachweis folgt nicht: Ist der Schlüsselordner beschreibbar?</translation>
    </message>
    <message>
        <source>The end of the log is missing.</source>
        <translation>Das Ende des Protokolls fehlt.</translation>
    </message>
    <message>
        <source>The key file is gone: the service will not start again.</source>
        <translation>Die Schlüsseldatei ist weg: Der Dienst wird nicht wieder starten.</translation>
    </message>
    <message>
        <source>The key file can be read by others: the service will not start again.</source>
        <translation>Andere können die Schlüsseldatei lesen: Der Dienst wird nicht wieder starten.</translation>
    </message>
    <message>
        <source>None was ever made.</source>
        <translation>Es wurde noch nie eine angelegt.</translation>
    </message>
    <message>
        <source>The system does not say that its clock is in step with others.</source>
        <translation>Das System bestätigt nicht, dass seine Uhr abgeglichen ist.</translation>
    </message>
    <message>
        <source>The clock was set back; codes are refused until it has caught up.</source>
        <translation>Die Uhr wurde zurückgestellt; Codes werden abgewiesen, bis sie aufgeholt hat.</translation>
    </message>
    <message>
        <source>Verbose for a while.</source>
        <translation>Eine Zeit lang ausführlich.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>Wieder sperren</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Set the end</source>
        <translation>Ende setzen</translation>
    </message>
    <message>
        <source>Set the expiry</source>
        <translation>Ablauf setzen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Unassign</source>
        <translation>Zuweisung aufheben</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Clear PINs</source>
        <translation>PINs löschen</translation>
    </message>
    <message>
        <source>Ask for new PINs</source>
        <translation>Neue PINs verlangen</translation>
    </message>
    <message>
        <source>Put PINs back</source>
        <translation>PINs zurücksetzen</translation>
    </message>
    <message>
        <source>Keep PINs</source>
        <translation>PINs behalten</translation>
    </message>
    <message numerus="yes">
        <source>Enable %Ln account(s)</source>
        <translation>
            <numerusform>%Ln Konto aktivieren</numerusform>
            <numerusform>%Ln Konten aktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %Ln account(s)</source>
        <translation>
            <numerusform>%Ln Konto deaktivieren</numerusform>
            <numerusform>%Ln Konten deaktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %Ln account(s)</source>
        <translation>
            <numerusform>%Ln Konto entsperren</numerusform>
            <numerusform>%Ln Konten entsperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %Ln account(s) again</source>
        <translation>
            <numerusform>%Ln Konto wieder sperren</numerusform>
            <numerusform>%Ln Konten wieder sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln account(s) to a domain</source>
        <translation>
            <numerusform>%Ln Konto in eine Domäne verschieben</numerusform>
            <numerusform>%Ln Konten in eine Domäne verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the end of %Ln account(s)</source>
        <translation>
            <numerusform>Ende von %Ln Konto setzen</numerusform>
            <numerusform>Ende von %Ln Konten setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln account(s)</source>
        <translation>
            <numerusform>%Ln Konto löschen</numerusform>
            <numerusform>%Ln Konten löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln account(s)</source>
        <translation>
            <numerusform>%Ln Konto wiederherstellen</numerusform>
            <numerusform>%Ln Konten wiederherstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enable %Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token aktivieren</numerusform>
            <numerusform>%Ln Token aktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token deaktivieren</numerusform>
            <numerusform>%Ln Token deaktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unassign %Ln token(s)</source>
        <translation>
            <numerusform>Zuweisung von %Ln Token aufheben</numerusform>
            <numerusform>Zuweisung von %Ln Token aufheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln token(s) back</source>
        <translation>
            <numerusform>%Ln Token zurückgeben</numerusform>
            <numerusform>%Ln Token zurückgeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln token(s) to a domain</source>
        <translation>
            <numerusform>%Ln Token in eine Domäne verschieben</numerusform>
            <numerusform>%Ln Token in eine Domäne verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the expiry of %Ln token(s)</source>
        <translation>
            <numerusform>Ablauf von %Ln Token setzen</numerusform>
            <numerusform>Ablauf von %Ln Token setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear the PINs of %Ln token(s)</source>
        <translation>
            <numerusform>PIN von %Ln Token löschen</numerusform>
            <numerusform>PINs von %Ln Token löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask for new PINs of %Ln token(s)</source>
        <translation>
            <numerusform>Neue PIN für %Ln Token verlangen</numerusform>
            <numerusform>Neue PINs für %Ln Token verlangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put the PINs of %Ln token(s) back</source>
        <translation>
            <numerusform>PIN von %Ln Token zurücksetzen</numerusform>
            <numerusform>PINs von %Ln Token zurücksetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the PINs of %Ln token(s)</source>
        <translation>
            <numerusform>PIN von %Ln Token behalten</numerusform>
            <numerusform>PINs von %Ln Token behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token löschen</numerusform>
            <numerusform>%Ln Token löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token wiederherstellen</numerusform>
            <numerusform>%Ln Token wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>They may sign in again.</source>
        <translation>Sie dürfen sich wieder anmelden.</translation>
    </message>
    <message>
        <source>They cannot sign in, and sessions of administrators end.</source>
        <translation>Sie können sich nicht anmelden, und Sitzungen von Administratoren enden.</translation>
    </message>
    <message>
        <source>Their locks end, and failures count from zero.</source>
        <translation>Ihre Sperren enden, und Fehlversuche zählen von null an.</translation>
    </message>
    <message>
        <source>Failures and locks are as they were.</source>
        <translation>Fehlversuche und Sperren sind, wie sie waren.</translation>
    </message>
    <message>
        <source>The policies of the other domain apply to them from now on.</source>
        <translation>Für sie gelten von jetzt an die Richtlinien der anderen Domäne.</translation>
    </message>
    <message>
        <source>From that day on they cannot sign in.</source>
        <translation>Von diesem Tag an können sie sich nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>They go into the bin for thirty days, and their tokens back to the shelf. Roles, passwords and emergency codes end for good.</source>
        <translation>Sie liegen dreißig Tage im Papierkorb, und ihre Token sind wieder frei. Rollen, Passwörter und Notfallcodes enden endgültig.</translation>
    </message>
    <message>
        <source>They come back from the bin.</source>
        <translation>Sie kommen aus dem Papierkorb zurück.</translation>
    </message>
    <message>
        <source>Their codes are accepted from now on.</source>
        <translation>Ihre Codes werden ab jetzt angenommen.</translation>
    </message>
    <message>
        <source>Their codes are refused until they are enabled again.</source>
        <translation>Ihre Codes werden abgewiesen, bis sie wieder aktiviert sind.</translation>
    </message>
    <message>
        <source>They belong to nobody then; emergency codes that stand for them end.</source>
        <translation>Sie gehören dann niemandem; Notfallcodes, die für sie stehen, enden.</translation>
    </message>
    <message>
        <source>They belong again to whom they belonged, with the PINs of then.</source>
        <translation>Sie gehören wieder, wem sie gehörten, mit den PINs von damals.</translation>
    </message>
    <message>
        <source>Whoever administers the other domain finds them there.</source>
        <translation>Wer die andere Domäne verwaltet, findet sie dort.</translation>
    </message>
    <message>
        <source>From that day on their codes are refused.</source>
        <translation>Von diesem Tag an werden ihre Codes abgewiesen.</translation>
    </message>
    <message>
        <source>The next logon with the tokencode alone asks for a new PIN.</source>
        <translation>Die nächste Anmeldung mit dem Tokencode allein verlangt eine neue PIN.</translation>
    </message>
    <message>
        <source>The PINs work once more; that logon asks for a new one.</source>
        <translation>Die PINs gelten noch einmal; diese Anmeldung verlangt eine neue.</translation>
    </message>
    <message>
        <source>The PINs are as they were, where no new one was chosen since.</source>
        <translation>Die PINs sind, wie sie waren, wo seither keine neue gewählt wurde.</translation>
    </message>
    <message>
        <source>They go into the bin for thirty days. Tokens that somebody has are left alone.</source>
        <translation>Sie liegen dreißig Tage im Papierkorb. Token, die jemand hat, bleiben unberührt.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln will change.</source>
        <translation>
            <numerusform>%Ln wird geändert.</numerusform>
            <numerusform>%Ln werden geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is (are) so already.</source>
        <translation>
            <numerusform>%Ln ist schon so.</numerusform>
            <numerusform>%Ln sind schon so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is (are) left alone.</source>
        <translation>
            <numerusform>%Ln bleibt unberührt.</numerusform>
            <numerusform>%Ln bleiben unberührt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed.</source>
        <translation>
            <numerusform>%Ln geändert.</numerusform>
            <numerusform>%Ln geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused meanwhile.</source>
        <translation>
            <numerusform>%Ln inzwischen abgewiesen.</numerusform>
            <numerusform>%Ln inzwischen abgewiesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left.</source>
        <translation>
            <numerusform>%Ln übrig.</numerusform>
            <numerusform>%Ln übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Being listed</source>
        <comment>job</comment>
        <translation>Wird aufgelistet</translation>
    </message>
    <message>
        <source>Not begun</source>
        <comment>job</comment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>job</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>job</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Stopped by itself</source>
        <comment>job</comment>
        <translation>Von selbst angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>job</comment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>job</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Will change</source>
        <comment>item</comment>
        <translation>Wird geändert</translation>
    </message>
    <message>
        <source>Is so already</source>
        <comment>item</comment>
        <translation>Ist schon so</translation>
    </message>
    <message>
        <source>Left alone</source>
        <comment>item</comment>
        <translation>Bleibt unberührt</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>item</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>item</comment>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Account</source>
        <comment>bin</comment>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Token</source>
        <comment>bin</comment>
        <translation>Token</translation>
    </message>
    <message>
        <source>Name, password or passcode is wrong, or the account is locked.</source>
        <translation>Name, Passwort oder Passcode ist falsch, oder das Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>The passcode is not right, or none of your tokens can be used now.</source>
        <translation>Der Passcode ist nicht richtig, oder keiner Ihrer Token ist jetzt nutzbar.</translation>
    </message>
    <message>
        <source>Wait until the token shows its next code, and sign in with that one.</source>
        <translation>Warten Sie, bis der Token seinen nächsten Code zeigt, und melden Sie sich mit diesem an.</translation>
    </message>
    <message>
        <source>Your sign-in has to be confirmed first; nothing was changed.</source>
        <translation>Ihre Anmeldung muss zuerst bestätigt werden; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>You look through the eyes of another role: nothing is changed. End the view to go on.</source>
        <translation>Sie sehen mit den Augen einer anderen Rolle: Nichts wird geändert. Beenden Sie die Ansicht, um weiterzumachen.</translation>
    </message>
    <message>
        <source>You cannot give a right that you do not hold yourself.</source>
        <translation>Sie können kein Recht vergeben, das Sie selbst nicht haben.</translation>
    </message>
    <message>
        <source>Another role has this name.</source>
        <translation>Eine andere Rolle hat diesen Namen.</translation>
    </message>
    <message>
        <source>Somebody still has this role: take it away first.</source>
        <translation>Jemand hat diese Rolle noch: Entziehen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>A predefined role stays as it is: make one of your own.</source>
        <translation>Eine vorgegebene Rolle bleibt, wie sie ist: Legen Sie eine eigene an.</translation>
    </message>
    <message>
        <source>This role is gone.</source>
        <translation>Diese Rolle gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This session is over already.</source>
        <translation>Diese Sitzung ist schon beendet.</translation>
    </message>
    <message>
        <source>You would lock yourself out: get a token of your own first.</source>
        <translation>Sie würden sich aussperren: Besorgen Sie sich zuerst einen eigenen Token.</translation>
    </message>
    <message>
        <source>A domain cannot move below itself.</source>
        <translation>Eine Domäne kann nicht unter sich selbst verschoben werden.</translation>
    </message>
    <message>
        <source>Each attribute has a name of its own.</source>
        <translation>Jedes Attribut hat einen eigenen Namen.</translation>
    </message>
    <message>
        <source>The logs of this service cannot be switched.</source>
        <translation>Die Protokolle dieses Dienstes sind nicht umschaltbar.</translation>
    </message>
    <message>
        <source>This saved report is gone.</source>
        <translation>Diesen gespeicherten Bericht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>You have another saved report of this name.</source>
        <translation>Sie haben einen anderen gespeicherten Bericht dieses Namens.</translation>
    </message>
    <message>
        <source>You have as many saved reports as one may have. Delete one first.</source>
        <translation>Sie haben so viele gespeicherte Berichte, wie man haben darf. Löschen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>This report runs already, or waits for its turn.</source>
        <translation>Dieser Bericht läuft bereits oder wartet, bis er an der Reihe ist.</translation>
    </message>
    <message>
        <source>Too many reports wait already. Try again later.</source>
        <translation>Es warten schon zu viele Berichte. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>This service has no folder for results: it runs no reports behind.</source>
        <translation>Dieser Dienst hat keinen Ordner für Ergebnisse: Er führt keine Berichte im Hintergrund aus.</translation>
    </message>
    <message>
        <source>This run is gone.</source>
        <translation>Diesen Lauf gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This run has no result.</source>
        <translation>Dieser Lauf hat kein Ergebnis.</translation>
    </message>
    <message>
        <source>The result is not kept any more. Run the report again.</source>
        <translation>Das Ergebnis wird nicht mehr aufbewahrt. Führen Sie den Bericht noch einmal aus.</translation>
    </message>
    <message>
        <source>This report is somebody else&apos;s.</source>
        <translation>Dieser Bericht gehört jemand anderem.</translation>
    </message>
    <message>
        <source>The service sends no e-mail: its configuration names no mail server.</source>
        <translation>Der Dienst sendet keine E-Mail: Seine Konfiguration nennt keinen Mailserver.</translation>
    </message>
    <message>
        <source>The mail server is not reached.</source>
        <translation>Der Mailserver ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The certificate of the mail server is not trusted.</source>
        <translation>Dem Zertifikat des Mailservers wird nicht vertraut.</translation>
    </message>
    <message>
        <source>The mail server does not take the service&apos;s name and password.</source>
        <translation>Der Mailserver nimmt Name und Kennwort des Dienstes nicht an.</translation>
    </message>
    <message>
        <source>The mail server did not take the message.</source>
        <translation>Der Mailserver hat die Nachricht nicht angenommen.</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>Dies ist Ihr eigenes Konto.</translation>
    </message>
    <message>
        <source>This is the last Super Administrator: make another one first.</source>
        <translation>Dies ist der letzte Super-Administrator: Machen Sie zuerst jemand anderen dazu.</translation>
    </message>
    <message>
        <source>It was changed since; that change stays.</source>
        <translation>Seither wurde etwas geändert; das bleibt.</translation>
    </message>
    <message>
        <source>A new PIN was chosen since; it stays.</source>
        <translation>Seither wurde eine neue PIN gewählt; sie bleibt.</translation>
    </message>
    <message>
        <source>This job is gone; jobs are kept for thirty days.</source>
        <translation>Diesen Auftrag gibt es nicht mehr; Aufträge werden dreißig Tage aufbewahrt.</translation>
    </message>
    <message>
        <source>This job was begun already, or its list is not made yet.</source>
        <translation>Dieser Auftrag wurde schon begonnen, oder seine Liste ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>Nothing on the list is left to be changed.</source>
        <translation>Auf der Liste ist nichts mehr zu ändern.</translation>
    </message>
    <message>
        <source>This job runs, has ended, or was never begun.</source>
        <translation>Dieser Auftrag läuft, ist beendet oder wurde nie begonnen.</translation>
    </message>
    <message>
        <source>This job cannot be undone: it changed nothing, still runs, is older than thirty days, or was undone already.</source>
        <translation>Dieser Auftrag kann nicht rückgängig gemacht werden: Er hat nichts geändert, läuft noch, ist älter als dreißig Tage oder wurde schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>This job has ended.</source>
        <translation>Dieser Auftrag ist beendet.</translation>
    </message>
    <message>
        <source>This is above the agreed share. A Super Administrator can overrule that with a reason.</source>
        <translation>Das ist mehr als der vereinbarte Anteil. Ein Super-Administrator kann sich mit einem Grund darüber hinwegsetzen.</translation>
    </message>
    <message>
        <source>The list has more than a million. Narrow the filter.</source>
        <translation>Die Liste hat mehr als eine Million Einträge. Engen Sie den Filter ein.</translation>
    </message>
    <message>
        <source>Several jobs are running or wait to be begun. Finish or cancel one.</source>
        <translation>Mehrere Aufträge laufen oder warten auf ihren Beginn. Beenden Sie einen oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>It stopped by itself, as too many were refused. Look at the reasons before you resume it.</source>
        <translation>Er hat von selbst angehalten, weil zu viele abgewiesen wurden. Sehen Sie sich die Gründe an, bevor Sie ihn fortsetzen.</translation>
    </message>
    <message>
        <source>The account that began it is no administrator any more, or its session was ended.</source>
        <translation>Das Konto, das ihn begonnen hat, verwaltet nichts mehr, oder seine Sitzung wurde beendet.</translation>
    </message>
    <message>
        <source>This is not in the bin any more; it is kept there for thirty days.</source>
        <translation>Das liegt nicht mehr im Papierkorb; dort bleibt es dreißig Tage.</translation>
    </message>
    <message>
        <source>Its domain is gone. Say where it is to return to.</source>
        <translation>Die Domäne gibt es nicht mehr. Sagen Sie, wohin es zurückkehren soll.</translation>
    </message>
    <message>
        <source>A token of this serial number was imported since. Delete that one first.</source>
        <translation>Ein Token mit dieser Seriennummer wurde seither importiert. Löschen Sie zuerst diesen.</translation>
    </message>
    <message>
        <source>This is no e-mail address, such as it@example.com.</source>
        <translation>Das ist keine E-Mail-Adresse wie it@example.com.</translation>
    </message>
    <message>
        <source>The service sends no reports to addresses of this domain.</source>
        <translation>Der Dienst sendet keine Berichte an Adressen dieser Domäne.</translation>
    </message>
    <message>
        <source>a passcode is asked for besides the password</source>
        <translation>außer dem Passwort wird ein Passcode verlangt</translation>
    </message>
    <message>
        <source>Domain Administrator</source>
        <translation>Domänen-Administrator</translation>
    </message>
    <message>
        <source>Token Administrator</source>
        <translation>Token-Administrator</translation>
    </message>
    <message>
        <source>Privileged Help Desk</source>
        <translation>Privilegierter Helpdesk</translation>
    </message>
    <message>
        <source>%1, everywhere</source>
        <translation>%1, überall</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Holders of some roles</source>
        <translation>Inhaber mancher Rollen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>edit roles</source>
        <translation>Rollen bearbeiten</translation>
    </message>
    <message>
        <source>edit the service&apos;s settings</source>
        <translation>Einstellungen des Dienstes bearbeiten</translation>
    </message>
    <message>
        <source>change many people or tokens at once</source>
        <translation>viele Personen oder Token auf einmal ändern</translation>
    </message>
    <message>
        <source>overrule the agreed share of such a change</source>
        <translation>sich über den vereinbarten Anteil einer solchen Änderung hinwegsetzen</translation>
    </message>
    <message>
        <source>restore what was deleted</source>
        <translation>Gelöschtes wiederherstellen</translation>
    </message>
    <message>
        <source>delete for good from the bin</source>
        <translation>endgültig aus dem Papierkorb löschen</translation>
    </message>
    <message>
        <source>This result was made with rights that you do not have any more. Run the report again.</source>
        <translation>Dieses Ergebnis wurde mit Rechten erstellt, die Sie nicht mehr haben. Führen Sie den Bericht noch einmal aus.</translation>
    </message>
    <message>
        <source>So many e-mails wait already that this one was not taken.</source>
        <translation>Es warten bereits so viele E-Mails, dass diese nicht angenommen wurde.</translation>
    </message>
    <message>
        <source>Another test e-mail is on its way. Wait for it.</source>
        <translation>Eine andere Test-E-Mail ist unterwegs. Warten Sie, bis sie fertig ist.</translation>
    </message>
    <message numerus="yes">
        <source>The offline days of %n people end before Monday.</source>
        <translation>
            <numerusform>Die Offline-Tage einer Person enden vor Montag.</numerusform>
            <numerusform>Die Offline-Tage von %n Personen enden vor Montag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workstation(s) hold offline data of people who have left.</source>
        <translation>
            <numerusform>%n Arbeitsplatz hält Offline-Daten von Ausgeschiedenen.</numerusform>
            <numerusform>%n Arbeitsplätze halten Offline-Daten von Ausgeschiedenen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes of counter tokens for each day</source>
        <translation>Codes von Zähler-Token je Tag</translation>
    </message>
    <message>
        <source>Challenge and response over the telephone</source>
        <translation>Aufgabe und Antwort am Telefon</translation>
    </message>
    <message>
        <source>Offline days left</source>
        <translation>Verbleibende Offline-Tage</translation>
    </message>
    <message>
        <source>Who holds offline data where, and for how long; the fewest first.</source>
        <translation>Wer wo Offline-Daten hält, und wie lange noch; die wenigsten zuerst.</translation>
    </message>
    <message>
        <source>Days reported</source>
        <translation>Gemeldete Tage</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Renewed by</source>
        <translation>Erneuert durch</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Change the policy</source>
        <translation>Richtlinie ändern</translation>
    </message>
    <message>
        <source>Take the other policy</source>
        <translation>Andere Richtlinie nehmen</translation>
    </message>
    <message>
        <source>Renew at the next contact</source>
        <translation>Beim nächsten Kontakt erneuern</translation>
    </message>
    <message>
        <source>offline logon is off in the policy</source>
        <translation>die Offline-Anmeldung ist in der Richtlinie aus</translation>
    </message>
    <message>
        <source>another domain&apos;s policy counts, and it refuses</source>
        <translation>die Richtlinie einer anderen Domäne zählt, und sie lehnt ab</translation>
    </message>
    <message>
        <source>the passcode is too short for the policy</source>
        <translation>der Passcode ist zu kurz für die Richtlinie</translation>
    </message>
    <message>
        <source>the policy takes no passcodes mixed by an app</source>
        <translation>die Richtlinie nimmt keine von einer App gemischten Passcodes</translation>
    </message>
    <message>
        <source>the policy takes no tokens without a PIN</source>
        <translation>die Richtlinie nimmt keine Token ohne PIN</translation>
    </message>
    <message>
        <source>long enough</source>
        <translation>lang genug</translation>
    </message>
    <message>
        <source>allowed although weaker</source>
        <translation>erlaubt, obwohl schwächer</translation>
    </message>
    <message>
        <source>the workstation was revoked</source>
        <translation>der Arbeitsplatz wurde gesperrt</translation>
    </message>
    <message>
        <source>the workstation&apos;s clock is wrong</source>
        <translation>die Uhr des Arbeitsplatzes geht falsch</translation>
    </message>
    <message>
        <source>the PIN is not known until the next logon at the workstation</source>
        <translation>die PIN ist bis zur nächsten Anmeldung am Arbeitsplatz nicht bekannt</translation>
    </message>
    <message>
        <source>only a logon at the workstation can renew it</source>
        <translation>nur eine Anmeldung am Arbeitsplatz kann sie erneuern</translation>
    </message>
    <message>
        <source>there was no logon with a network at this workstation</source>
        <translation>an diesem Arbeitsplatz gab es keine Anmeldung mit Netz</translation>
    </message>
    <message>
        <source>something changed while it was made</source>
        <translation>während der Ausstellung hat sich etwas geändert</translation>
    </message>
    <message>
        <source>the policy sends no emergency code along</source>
        <translation>die Richtlinie schickt keinen Notfallcode mit</translation>
    </message>
    <message>
        <source>its days are over</source>
        <translation>die Tage sind um</translation>
    </message>
    <message>
        <source>the policy changed</source>
        <translation>die Richtlinie hat sich geändert</translation>
    </message>
    <message>
        <source>the token changed</source>
        <translation>das Token hat sich geändert</translation>
    </message>
    <message>
        <source>the PIN changed</source>
        <translation>die PIN hat sich geändert</translation>
    </message>
    <message>
        <source>the account changed</source>
        <translation>das Konto hat sich geändert</translation>
    </message>
    <message>
        <source>the logon name changed</source>
        <translation>der Anmeldename hat sich geändert</translation>
    </message>
    <message>
        <source>the account was deleted</source>
        <translation>das Konto wurde gelöscht</translation>
    </message>
    <message>
        <source>newer data took its place</source>
        <translation>neuere Daten sind an der Stelle</translation>
    </message>
    <message>
        <source>the workstation has not taken it yet</source>
        <translation>der Arbeitsplatz hat sie noch nicht geholt</translation>
    </message>
    <message>
        <source>the workstation holds it no more</source>
        <translation>der Arbeitsplatz hält sie nicht mehr</translation>
    </message>
    <message>
        <source>damaged on the workstation</source>
        <translation>auf dem Arbeitsplatz beschädigt</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>the workstation was stolen</source>
        <translation>der Arbeitsplatz wurde gestohlen</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <comment>workstation</comment>
        <translation>In Kontakt</translation>
    </message>
    <message>
        <source>Silent</source>
        <comment>workstation</comment>
        <translation>Still</translation>
    </message>
    <message>
        <source>Revoked</source>
        <comment>workstation</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>In a file that root can read: a copy of the disk is enough to guess at the data</source>
        <translation>In einer Datei, die root lesen kann: eine Kopie der Platte genügt, um die Daten zu erraten</translation>
    </message>
    <message>
        <source>Sealed by the TPM: a copy of the disk is of no use</source>
        <translation>Vom TPM versiegelt: eine Kopie der Platte nützt nichts</translation>
    </message>
    <message>
        <source>File</source>
        <comment>where a workstation&apos;s keys are</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>TPM</source>
        <comment>where a workstation&apos;s keys are</comment>
        <translation>TPM</translation>
    </message>
    <message>
        <source>Valid</source>
        <comment>offline data</comment>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Run out</source>
        <comment>offline data</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>To be replaced</source>
        <comment>offline data</comment>
        <translation>Zu ersetzen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <comment>offline data</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>geht richtig</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 vor</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 nach</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>that are left</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>that are left</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>under an hour</source>
        <translation>unter einer Stunde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of offline data: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 read out</source>
        <translation>%1 vorgelesen</translation>
    </message>
    <message>
        <source>Workstation is enrolled</source>
        <translation>Arbeitsplatz ist aufgenommen</translation>
    </message>
    <message>
        <source>Workstation&apos;s clock is right</source>
        <translation>Uhr des Arbeitsplatzes geht richtig</translation>
    </message>
    <message>
        <source>The right policy applies</source>
        <translation>Die richtige Richtlinie gilt</translation>
    </message>
    <message>
        <source>Offline logon is on</source>
        <translation>Offline-Anmeldung ist an</translation>
    </message>
    <message>
        <source>PIN for offline use</source>
        <translation>PIN für offline</translation>
    </message>
    <message>
        <source>Kind of token is allowed</source>
        <translation>Art des Tokens ist erlaubt</translation>
    </message>
    <message>
        <source>Passcode is long enough</source>
        <translation>Passcode ist lang genug</translation>
    </message>
    <message>
        <source>Emergency codes go along</source>
        <translation>Notfallcodes gehen mit</translation>
    </message>
    <message>
        <source>Logon with a network</source>
        <translation>Anmeldung mit Netz</translation>
    </message>
    <message>
        <source>enrolled, and not revoked</source>
        <translation>aufgenommen und nicht gesperrt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>known at a logon</source>
        <translation>bei einer Anmeldung bekannt</translation>
    </message>
    <message>
        <source>some emergency code, to be read out when it is needed</source>
        <translation>ein Notfallcode, der bei Bedarf vorgelesen werden kann</translation>
    </message>
    <message>
        <source>a logon at the workstation with a network</source>
        <translation>eine Anmeldung am Arbeitsplatz mit Netz</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>enrolled</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>on</source>
        <comment>offline logon</comment>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <comment>offline logon</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>mixed in by the app: only a logon at the workstation renews the data</source>
        <translation>von der App eingemischt: nur eine Anmeldung am Arbeitsplatz erneuert die Daten</translation>
    </message>
    <message>
        <source>to be chosen: the logon at the workstation will ask for it</source>
        <translation>noch zu wählen: die Anmeldung am Arbeitsplatz fragt danach</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>keine PIN</translation>
    </message>
    <message>
        <source>typed before the code</source>
        <translation>vor dem Code getippt</translation>
    </message>
    <message>
        <source>none yet: data come with the next logon there while it has a network</source>
        <translation>noch keine: Daten kommen mit der nächsten Anmeldung dort, solange er Netz hat</translation>
    </message>
    <message>
        <source>data are there</source>
        <translation>Daten sind da</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>long enough, or allowed although weaker</source>
        <translation>lang genug, oder erlaubt, obwohl schwächer</translation>
    </message>
    <message>
        <source>The domain still holds people, tokens, workstations or domains. Move them first.</source>
        <translation>Die Domäne enthält noch Personen, Token, Arbeitsplätze oder Domänen. Verschieben Sie diese zuerst.</translation>
    </message>
    <message>
        <source>This workstation is not there any more.</source>
        <translation>Diesen Arbeitsplatz gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A workstation of this name is there already.</source>
        <translation>Einen Arbeitsplatz dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>This workstation was revoked.</source>
        <translation>Dieser Arbeitsplatz wurde gesperrt.</translation>
    </message>
    <message>
        <source>This code was used, or is over, or was cancelled.</source>
        <translation>Dieser Code wurde benutzt, ist abgelaufen oder storniert.</translation>
    </message>
    <message>
        <source>Too many codes wait for their workstations. Cancel some first.</source>
        <translation>Zu viele Codes warten auf ihre Arbeitsplätze. Stornieren Sie zuerst einige.</translation>
    </message>
    <message>
        <source>The offline policies of the person&apos;s and the workstation&apos;s domain must both allow challenge and response.</source>
        <translation>Die Offline-Richtlinien der Domäne der Person und der des Arbeitsplatzes müssen beide Aufgabe und Antwort erlauben.</translation>
    </message>
    <message>
        <source>Five challenges of this workstation were answered within an hour. Try again later.</source>
        <translation>Fünf Aufgaben dieses Arbeitsplatzes wurden binnen einer Stunde beantwortet. Versuchen Sie es später wieder.</translation>
    </message>
    <message>
        <source>Another workstation has this name.</source>
        <translation>Ein anderer Arbeitsplatz hat diesen Namen.</translation>
    </message>
    <message>
        <source>These offline data are not there any more.</source>
        <translation>Diese Offline-Daten gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>These data are over or revoked. A logon at the workstation brings new ones.</source>
        <translation>Diese Daten sind abgelaufen oder gesperrt. Eine Anmeldung am Arbeitsplatz bringt neue.</translation>
    </message>
    <message>
        <source>The data on the workstation are not valid any more: no code of theirs can be read out.</source>
        <translation>Die Daten auf dem Arbeitsplatz gelten nicht mehr: keiner ihrer Codes kann vorgelesen werden.</translation>
    </message>
    <message>
        <source>The workstation is not known to hold such a code. Look at the card again.</source>
        <translation>Von diesem Arbeitsplatz ist kein solcher Code bekannt. Sehen Sie die Karte noch einmal an.</translation>
    </message>
    <message>
        <source>The code has expired. A new one comes with the next contact.</source>
        <translation>Der Code ist abgelaufen. Ein neuer kommt beim nächsten Kontakt.</translation>
    </message>
    <message>
        <source>The code was read out already. It works until it is replaced at the next contact.</source>
        <translation>Der Code wurde schon vorgelesen. Er gilt, bis er beim nächsten Kontakt ersetzt wird.</translation>
    </message>
    <message>
        <source>No draft of this policy is being reported.</source>
        <translation>Von dieser Richtlinie wird kein Entwurf ausprobiert.</translation>
    </message>
    <message>
        <source>This is no challenge: ten letters and digits, as the workstation shows them.</source>
        <translation>Das ist keine Aufgabe: zehn Buchstaben und Ziffern, wie der Arbeitsplatz sie zeigt.</translation>
    </message>
    <message>
        <source>view workstations</source>
        <translation>Arbeitsplätze ansehen</translation>
    </message>
    <message>
        <source>enrol, change and revoke workstations</source>
        <translation>Arbeitsplätze aufnehmen, ändern und sperren</translation>
    </message>
    <message>
        <source>Let in at a workstation without a network</source>
        <translation>An einem Arbeitsplatz ohne Netz einlassen</translation>
    </message>
    <message>
        <source>Runs out before Monday</source>
        <translation>Läuft vor Montag ab</translation>
    </message>
    <message>
        <source>Show workstations</source>
        <translation>Arbeitsplätze zeigen</translation>
    </message>
    <message>
        <source>Of leavers</source>
        <translation>Ausgeschiedene</translation>
    </message>
    <message>
        <source>%1 would lose the offline logon that they have now.</source>
        <translation>Verlieren die Offline-Anmeldung, die sie jetzt haben: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln workstation(s)</source>
        <translation>
            <numerusform>%Ln Arbeitsplatz</numerusform>
            <numerusform>%Ln Arbeitsplätzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline data on %1 would be replaced at the next contact.</source>
        <translation>Offline-Daten auf %1 würden beim nächsten Kontakt ersetzt.</translation>
    </message>
    <message>
        <source>Offline data on %1 would be void until the next logon there.</source>
        <translation>Offline-Daten auf %1 wären bis zur nächsten Anmeldung dort ungültig.</translation>
    </message>
    <message>
        <source>Whom to ask</source>
        <translation>An wen man sich wendet</translation>
    </message>
    <message>
        <source>%1 to %2 characters, by the PIN</source>
        <translation>%1 bis %2 Zeichen, je nach PIN</translation>
    </message>
    <message>
        <source>%1; allowed although weaker</source>
        <translation>%1; erlaubt, obwohl schwächer</translation>
    </message>
    <message>
        <source>the app mixes the PIN in</source>
        <translation>die App mischt die PIN ein</translation>
    </message>
    <message>
        <source>PIN and code are typed</source>
        <translation>PIN und Code werden getippt</translation>
    </message>
    <message>
        <source>for a lost token and for a forgotten PIN</source>
        <translation>für verlorene Token und für vergessene PINs</translation>
    </message>
    <message>
        <source>for a lost token</source>
        <translation>für verlorene Token</translation>
    </message>
    <message>
        <source>in place of PIN and token</source>
        <translation>anstelle von PIN und Token</translation>
    </message>
    <message>
        <source>none</source>
        <comment>emergency codes that go along</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>“%1” counts, which refuses; “%2” would not</source>
        <translation>„%1“ zählt und verweigert; „%2“ würde nicht</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>the name of a policy</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>“%1”, and “%2” of the workstation: the stricter value counts</source>
        <translation>„%1“, und für den Arbeitsplatz „%2“: der strengere Wert zählt</translation>
    </message>
    <message>
        <source>The workstation holds an emergency code for this person: read that out instead.</source>
        <translation>Der Arbeitsplatz hält einen Notfallcode für diese Person: lesen Sie den stattdessen vor.</translation>
    </message>
    <message>
        <source>The workstation holds offline data for this person. A challenge is for one that holds none.</source>
        <translation>Der Arbeitsplatz hält Offline-Daten für diese Person. Eine Aufgabe ist für einen, der keine hält.</translation>
    </message>
    <message>
        <source>for token</source>
        <comment>emergency code that stands in its place</comment>
        <translation>für Token</translation>
    </message>
    <message>
        <source>for PIN</source>
        <comment>emergency code that stands in its place</comment>
        <translation>für PIN</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>Lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Disable them, and ask for a new PIN once they are enabled again</source>
        <translation>Deaktivieren, und eine neue PIN verlangen, sobald sie wieder aktiviert sind</translation>
    </message>
    <message>
        <source>Disable them, and leave their PINs</source>
        <translation>Deaktivieren, und die PINs lassen</translation>
    </message>
    <message>
        <source>To be replaced or removed</source>
        <comment>offline data</comment>
        <translation>Zu ersetzen oder zu entfernen</translation>
    </message>
    <message>
        <source>To be removed</source>
        <comment>offline data</comment>
        <translation>Zu entfernen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>how offline data are renewed</comment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Needs a logon</source>
        <comment>how offline data are renewed</comment>
        <translation>Braucht Anmeldung</translation>
    </message>
    <message>
        <source>At the next logon</source>
        <translation>Bei nächster Anmeldung</translation>
    </message>
    <message>
        <source>At the next contact</source>
        <translation>Beim nächsten Kontakt</translation>
    </message>
    <message>
        <source>PIN + %1-digit code</source>
        <translation>PIN + Code mit %1 Ziffern</translation>
    </message>
    <message>
        <source>App with PIN inside, %1 digits</source>
        <translation>App mit PIN darin, %1 Ziffern</translation>
    </message>
    <message>
        <source>%1-digit code, no PIN</source>
        <translation>Code mit %1 Ziffern, ohne PIN</translation>
    </message>
    <message>
        <source>at most five minutes off (a warning from one)</source>
        <translation>höchstens fünf Minuten falsch (ab einer mit Warnung)</translation>
    </message>
    <message>
        <source>a policy that allows it</source>
        <translation>eine Richtlinie, die es erlaubt</translation>
    </message>
    <message>
        <source>Let %1 take “%2”</source>
        <comment>a domain, a policy</comment>
        <translation>%1 auf „%2“ umstellen</translation>
    </message>
    <message>
        <source>Turn offline logon on</source>
        <translation>Offline-Anmeldung einschalten</translation>
    </message>
    <message numerus="yes">
        <source>Ask for %n character(s)</source>
        <translation>
            <numerusform>%n Zeichen verlangen</numerusform>
            <numerusform>%n Zeichen verlangen</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow tokens without a PIN</source>
        <translation>Token ohne PIN zulassen</translation>
    </message>
    <message>
        <source>Allow passcodes mixed by an app</source>
        <translation>Von einer App gemischte Passcodes zulassen</translation>
    </message>
    <message>
        <source>Send a code for PIN and token along</source>
        <translation>Einen Code für PIN und Token mitschicken</translation>
    </message>
    <message>
        <source>Send a code for the token along</source>
        <translation>Einen Code für das Token mitschicken</translation>
    </message>
    <message>
        <source>For everybody in %1</source>
        <translation>Für alle in %1</translation>
    </message>
    <message>
        <source>In “%1”: for every domain without its own</source>
        <translation>In „%1“: für jede Domäne ohne eigene</translation>
    </message>
    <message>
        <source>In “%1”: for every domain that takes it</source>
        <translation>In „%1“: für jede Domäne, die sie nimmt</translation>
    </message>
    <message>
        <source>a token with a PIN, or “Tokens without a PIN” allowed</source>
        <translation>ein Token mit PIN, oder „Token ohne PIN“ erlaubt</translation>
    </message>
    <message>
        <source>a token whose PIN is typed, or “Passcodes mixed by an app” allowed</source>
        <translation>ein Token, dessen PIN getippt wird, oder „Von einer App gemischte Passcodes“ erlaubt</translation>
    </message>
    <message>
        <source>always too short</source>
        <comment>a passcode</comment>
        <translation>immer zu kurz</translation>
    </message>
    <message>
        <source>too short</source>
        <comment>a passcode</comment>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>the PIN was taken back</source>
        <translation>die PIN wurde zurückgenommen</translation>
    </message>
    <message>
        <source>Not renewed</source>
        <comment>offline data</comment>
        <translation>Nicht erneuert</translation>
    </message>
    <message>
        <source>too many wrong passcodes at the workstation</source>
        <translation>zu viele falsche Passcodes am Arbeitsplatz</translation>
    </message>
    <message>
        <source>A workstation that was stolen may hold codes of this token that are still good. Assign another token, or enable this one from its own menu.</source>
        <translation>Ein gestohlener Arbeitsplatz hat vielleicht noch gültige Codes dieses Tokens. Weisen Sie ein anderes Token zu, oder aktivieren Sie dieses in seinem eigenen Menü.</translation>
    </message>
    <message>
        <source>This name is not the person&apos;s.</source>
        <translation>Dieser Name gehört nicht zu dieser Person.</translation>
    </message>
</context>
<context>
    <name>WorkstationOutlook</name>
    <message numerus="yes">
        <source>%n of its people must sign in there with a network before %1.</source>
        <translation>
            <numerusform>Eine Person muss sich dort vor %1 mit Netz anmelden.</numerusform>
            <numerusform>%n Personen müssen sich dort vor %1 mit Netz anmelden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its people must sign in there with a network now.</source>
        <translation>
            <numerusform>Eine Person muss sich dort jetzt mit Netz anmelden.</numerusform>
            <numerusform>%n Personen müssen sich dort jetzt mit Netz anmelden.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that it holds is renewed by itself.</source>
        <translation>Alles, was dort liegt, erneuert sich von selbst.</translation>
    </message>
    <message>
        <source>Last in touch %1.</source>
        <translation>Letzter Kontakt: %1.</translation>
    </message>
    <message>
        <source>It has not been in touch since it was enrolled.</source>
        <translation>Seit der Aufnahme hat er sich nicht gemeldet.</translation>
    </message>
    <message>
        <source>That is longer ago than its data last.</source>
        <translation>Das ist länger her, als seine Daten reichen.</translation>
    </message>
    <message>
        <source>Nobody can sign in there without a network.</source>
        <translation>Dort kann sich ohne Netz niemand anmelden.</translation>
    </message>
    <message>
        <source>It was revoked as stolen: the service answers it no more.</source>
        <translation>Er wurde als gestohlen gesperrt: der Dienst antwortet ihm nicht mehr.</translation>
    </message>
    <message>
        <source>It was revoked: the service answers it no more. It can be enrolled anew.</source>
        <translation>Er wurde gesperrt: der Dienst antwortet ihm nicht mehr. Er kann neu aufgenommen werden.</translation>
    </message>
    <message>
        <source>If it connects again, it deletes what it holds. Until then that can still be used there.</source>
        <translation>Wenn er sich wieder verbindet, löscht er, was dort liegt. Bis dahin lässt es sich dort noch benutzen.</translation>
    </message>
    <message>
        <source>It holds nothing that lets anybody sign in without a network.</source>
        <translation>Dort liegt nichts, womit sich jemand ohne Netz anmelden könnte.</translation>
    </message>
    <message>
        <source>If it connects again, it deletes what it holds. Until then %1 can still sign in there, at most until %2.</source>
        <comment>one name</comment>
        <translation>Wenn er sich wieder verbindet, löscht er, was dort liegt. Bis dahin kann sich %1 dort noch anmelden, längstens bis %2.</translation>
    </message>
    <message>
        <source>If it connects again, it deletes what it holds. Until then %1 can still sign in there, at most until %2.</source>
        <comment>several names</comment>
        <translation>Wenn er sich wieder verbindet, löscht er, was dort liegt. Bis dahin können sich %1 dort noch anmelden, längstens bis %2.</translation>
    </message>
    <message>
        <source>If it connects again, it deletes what it holds. Until then %1 people can still sign in there, at most until %2.</source>
        <translation>Wenn er sich wieder verbindet, löscht er, was dort liegt. Bis dahin können sich %1 Personen dort noch anmelden, längstens bis %2.</translation>
    </message>
</context>
<context>
    <name>holdfast::Console</name>
    <message>
        <source>The service on this computer is starting…</source>
        <translation>Der Dienst auf diesem Computer startet…</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on where you were.</source>
        <translation>Ihre Sitzung ist beendet. Melden Sie sich erneut an, um dort weiterzumachen, wo Sie waren.</translation>
    </message>
</context>
<context>
    <name>holdfast::models::AdministratorsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shown name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keins</translation>
    </message>
</context>
<context>
    <name>holdfast::models::ApiClientsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>holdfast::models::BinModel</name>
    <message>
        <source>Name or serial number</source>
        <translation>Name oder Seriennummer</translation>
    </message>
    <message>
        <source>Shown name or maker</source>
        <translation>Angezeigter Name oder Hersteller</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Deleted by</source>
        <translation>Gelöscht von</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Endgültig gelöscht</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (nicht mehr da)</translation>
    </message>
</context>
<context>
    <name>holdfast::models::BulkItemsModel</name>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Logon name</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>holdfast::models::BulkJobsModel</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Undo ends</source>
        <translation>Rückgängig bis</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>holdfast::models::CallerVerificationModel</name>
    <message>
        <source>%1 of %2 points are reached.</source>
        <translation>%1 von %2 Punkten sind erreicht.</translation>
    </message>
    <message>
        <source>Everything is open.</source>
        <translation>Alles ist offen.</translation>
    </message>
    <message>
        <source>Open now: %1.</source>
        <translation>Jetzt offen: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between actions</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n more point(s) open the next.</source>
        <translation>
            <numerusform>%n weiterer Punkt öffnet das Nächste.</numerusform>
            <numerusform>%n weitere Punkte öffnen das Nächste.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::DomainTreeModel</name>
    <message>
        <source>All domains</source>
        <translation>Alle Domänen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Lockout policy</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Token policy</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Offline policy</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>holdfast::models::EmergencyCodeDialogModel</name>
    <message>
        <source>What is missing?</source>
        <translation>Was fehlt?</translation>
    </message>
    <message>
        <source>What is it needed for?</source>
        <translation>Wofür wird es gebraucht?</translation>
    </message>
    <message>
        <source>The token is not at hand, but will be back</source>
        <translation>Token nicht zur Hand, kommt wieder</translation>
    </message>
    <message>
        <source>The token is lost, stolen or broken</source>
        <translation>Token verloren, gestohlen oder defekt</translation>
    </message>
    <message>
        <source>The PIN is forgotten; the token is there</source>
        <translation>PIN vergessen; der Token ist da</translation>
    </message>
    <message>
        <source>Neither token nor PIN</source>
        <translation>Weder Token noch PIN</translation>
    </message>
    <message>
        <source>Nothing, but the codes are refused</source>
        <translation>Nichts, aber die Codes werden abgewiesen</translation>
    </message>
    <message>
        <source>One sign-in, now</source>
        <translation>Eine Anmeldung, jetzt</translation>
    </message>
    <message>
        <source>The rest of the day</source>
        <translation>Den Rest des Tages</translation>
    </message>
    <message>
        <source>Several days</source>
        <translation>Mehrere Tage</translation>
    </message>
    <message>
        <source>A workstation without a connection</source>
        <translation>Einen Arbeitsplatz ohne Verbindung</translation>
    </message>
    <message>
        <source>The codes are issued already.</source>
        <translation>Die Codes sind bereits ausgestellt.</translation>
    </message>
    <message>
        <source>Answer both questions.</source>
        <translation>Beantworten Sie beide Fragen.</translation>
    </message>
    <message>
        <source>Give a reason or a ticket number.</source>
        <translation>Geben Sie einen Grund oder eine Ticketnummer an.</translation>
    </message>
    <message>
        <source>Say why the quota does not count this time.</source>
        <translation>Geben Sie an, warum das Kontingent diesmal nicht gilt.</translation>
    </message>
</context>
<context>
    <name>holdfast::models::EmergencyCodesModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>codes left</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
</context>
<context>
    <name>holdfast::models::EventsModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Gap</source>
        <comment>a connection was lost meanwhile</comment>
        <translation>Lücke</translation>
    </message>
</context>
<context>
    <name>holdfast::models::ImportModel</name>
    <message numerus="yes">
        <source>%n would be imported</source>
        <translation>
            <numerusform>%n würde importiert</numerusform>
            <numerusform>%n würden importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n importiert</numerusform>
            <numerusform>%n importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be replaced</source>
        <translation>
            <numerusform>%n würde ersetzt</numerusform>
            <numerusform>%n würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be taken</source>
        <translation>
            <numerusform>%n nicht verwendbar</numerusform>
            <numerusform>%n nicht verwendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>The file holds no token.</source>
        <translation>Die Datei enthält keinen Token.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2</source>
        <translation>Angehalten nach %1 von %2</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>holdfast::models::OfflineExplanationModel</name>
    <message>
        <source>Has offline days</source>
        <translation>Hat Offline-Tage</translation>
    </message>
    <message>
        <source>Gets offline days with the next logon there</source>
        <translation>Bekommt Offline-Tage mit der nächsten Anmeldung dort</translation>
    </message>
    <message>
        <source>No offline days: %1</source>
        <translation>Keine Offline-Tage: %1</translation>
    </message>
    <message>
        <source>No offline days</source>
        <translation>Keine Offline-Tage</translation>
    </message>
    <message>
        <source>%1 (%2) in %3</source>
        <translation>%1 (%2) in %3</translation>
    </message>
    <message>
        <source>On any workstation of the same domain</source>
        <translation>Auf irgendeinem Arbeitsplatz derselben Domäne</translation>
    </message>
    <message>
        <source>On workstation %1</source>
        <translation>Auf Arbeitsplatz %1</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>Geprüft: %1</translation>
    </message>
    <message>
        <source>The policy is changed.</source>
        <translation>Die Richtlinie ist geändert.</translation>
    </message>
    <message>
        <source>The domain takes the other policy now.</source>
        <translation>Die Domäne nimmt jetzt die andere Richtlinie.</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Erledigt.</translation>
    </message>
    <message>
        <source>%1 holds offline data for %2 more.</source>
        <translation>%1 hält Offline-Daten für noch %2.</translation>
    </message>
    <message>
        <source>Offline data on %1: %2.</source>
        <translation>Offline-Daten auf %1: %2.</translation>
    </message>
    <message>
        <source>What stands against it: %1</source>
        <translation>Was dagegen steht: %1</translation>
    </message>
    <message>
        <source>What stands against it</source>
        <translation>Was dagegen steht</translation>
    </message>
</context>
<context>
    <name>holdfast::models::OfflineSetsModel</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Tage übrig</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>reports %1</source>
        <translation>meldet %1</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Bis %1.</translation>
    </message>
    <message>
        <source>%1 The workstation told of %2, %3.</source>
        <translation>%1 Der Arbeitsplatz meldete %2 (%3).</translation>
    </message>
    <message>
        <source>%1, reports %2</source>
        <translation>%1, meldet %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Until its next contact, at most until %1.</source>
        <translation>Bis zum nächsten Kontakt, höchstens bis %1.</translation>
    </message>
    <message>
        <source>works there until %1</source>
        <translation>gilt dort bis %1</translation>
    </message>
</context>
<context>
    <name>holdfast::models::OfflineTrialModel</name>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
    <message>
        <source>Trial of a draft by %1, begun %2.</source>
        <translation>Probe eines Entwurfs von %1, begonnen: %2.</translation>
    </message>
    <message>
        <source>So far it would have decided nothing differently.</source>
        <translation>Bisher hätte er nichts anders entschieden.</translation>
    </message>
    <message numerus="yes">
        <source>So far it would have made %n decision(s) differently.</source>
        <translation>
            <numerusform>Bisher hätte er eine Entscheidung anders getroffen.</numerusform>
            <numerusform>Bisher hätte er %n Entscheidungen anders getroffen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::models::OfflineVerdictsModel</name>
    <message>
        <source>Offline logon is off: nothing of this counts until it is turned on.</source>
        <translation>Die Offline-Anmeldung ist aus: nichts davon zählt, bis sie eingeschaltet wird.</translation>
    </message>
    <message>
        <source>Where a person&apos;s domain and a workstation&apos;s domain differ, the stricter value of each setting counts.</source>
        <translation>Unterscheiden sich die Domäne der Person und die des Arbeitsplatzes, zählt bei jeder Einstellung der strengere Wert.</translation>
    </message>
    <message>
        <source>from a PIN of %1 on</source>
        <translation>ab einer PIN aus %1</translation>
    </message>
    <message numerus="yes">
        <source>A passcode of %n character(s): allowed, %1</source>
        <translation>
            <numerusform>Ein Passcode aus %n Zeichen: erlaubt, %1</numerusform>
            <numerusform>Ein Passcode aus %n Zeichen: erlaubt, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A passcode of %n character(s): refused, %1</source>
        <translation>
            <numerusform>Ein Passcode aus %n Zeichen: abgelehnt, %1</numerusform>
            <numerusform>Ein Passcode aus %n Zeichen: abgelehnt, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>PIN %1</source>
        <translation>PIN %1</translation>
    </message>
    <message>
        <source>%1, whatever the PIN</source>
        <translation>%1, bei jeder PIN</translation>
    </message>
    <message>
        <source>%1, without a PIN</source>
        <translation>%1, ohne PIN</translation>
    </message>
    <message>
        <source>No token works offline under these settings.</source>
        <translation>Mit diesen Einstellungen gilt kein Token offline.</translation>
    </message>
    <message>
        <source>Every token works offline, even one without a PIN.</source>
        <translation>Jedes Token gilt offline, auch eines ohne PIN.</translation>
    </message>
    <message>
        <source>%1 of %2 combinations work offline.</source>
        <translation>%1 von %2 Kombinationen gelten offline.</translation>
    </message>
</context>
<context>
    <name>holdfast::models::OverviewModel</name>
    <message>
        <source>Accounts locked</source>
        <translation>Gesperrte Konten</translation>
    </message>
    <message>
        <source>Tokens that expire within 30 days</source>
        <translation>Token, die in 30 Tagen ablaufen</translation>
    </message>
    <message>
        <source>Assigned tokens that have expired</source>
        <translation>Abgelaufene zugewiesene Token</translation>
    </message>
    <message>
        <source>People without a token</source>
        <translation>Personen ohne Token</translation>
    </message>
    <message>
        <source>Emergency codes out</source>
        <translation>Notfallcodes im Umlauf</translation>
    </message>
    <message>
        <source>Failed sign-ins in 24 hours</source>
        <translation>Abgewiesene Anmeldungen in 24 Stunden</translation>
    </message>
    <message>
        <source>Sign-ins in 24 hours</source>
        <translation>Anmeldungen in 24 Stunden</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens ready to be assigned</source>
        <translation>Token bereit zum Zuweisen</translation>
    </message>
</context>
<context>
    <name>holdfast::models::PoliciesModel</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>everywhere else</source>
        <translation>sonst überall</translation>
    </message>
    <message>
        <source>Nowhere yet</source>
        <translation>Noch nirgends</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Set on</source>
        <translation>Gesetzt für</translation>
    </message>
</context>
<context>
    <name>holdfast::models::PolicyEditModel</name>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
</context>
<context>
    <name>holdfast::models::PolicyHistoryModel</name>
    <message>
        <source>Version %1 restored</source>
        <translation>Version %1 wiederhergestellt</translation>
    </message>
    <message>
        <source>As it was first kept</source>
        <translation>Wie zuerst aufbewahrt</translation>
    </message>
    <message>
        <source>Written again, unchanged</source>
        <translation>Erneut geschrieben, unverändert</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (now)</source>
        <translation>%1 (jetzt)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>from the start</source>
        <translation>von Anfang an</translation>
    </message>
</context>
<context>
    <name>holdfast::models::PolicyPreviewModel</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>It applies to nobody yet.</source>
        <translation>Sie gilt noch für niemanden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln Domäne</numerusform>
            <numerusform>%Ln Domänen</numerusform>
        </translation>
    </message>
    <message>
        <source>It applies to %1 in %2.</source>
        <translation>Sie gilt für %1 in %2.</translation>
    </message>
</context>
<context>
    <name>holdfast::models::ReadinessModel</name>
    <message>
        <source>Nobody could sign in without a network today.</source>
        <translation>Heute könnte sich niemand ohne Netz anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) could sign in without a network today</source>
        <translation>
            <numerusform>%n Person könnte sich heute ohne Netz anmelden</numerusform>
            <numerusform>%n Personen könnten sich heute ohne Netz anmelden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, on %n workstation(s) that are enrolled.</source>
        <translation>
            <numerusform>, bei %n aufgenommenen Arbeitsplatz.</numerusform>
            <numerusform>, bei %n aufgenommenen Arbeitsplätzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs out soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Of leavers</source>
        <translation>Ausgeschiedene</translation>
    </message>
    <message numerus="yes">
        <source>%n workstation(s) silent</source>
        <translation>
            <numerusform>%n Arbeitsplatz still</numerusform>
            <numerusform>%n Arbeitsplätze still</numerusform>
        </translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>Needs a logon</source>
        <translation>Braucht Anmeldung</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a date as in Mon 7 Dec</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have run out</source>
        <translation>
            <numerusform>Bei %n Person ist es abgelaufen</numerusform>
            <numerusform>Bei %n Personen ist es abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Has run out</source>
        <translation>Abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) run out before %1</source>
        <translation>
            <numerusform>Bei %n Person läuft es vor %1 ab</numerusform>
            <numerusform>Bei %n Personen läuft es vor %1 ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs out before %1</source>
        <translation>Läuft vor %1 ab</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) run out soon</source>
        <translation>
            <numerusform>Bei %n Person läuft es bald ab</numerusform>
            <numerusform>Bei %n Personen läuft es bald ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workstation(s) hold offline data of leavers</source>
        <translation>
            <numerusform>%n Arbeitsplatz hält Offline-Daten Ausgeschiedener</numerusform>
            <numerusform>%n Arbeitsplätze halten Offline-Daten Ausgeschiedener</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a logon to be renewed</source>
        <translation>
            <numerusform>%n braucht eine Anmeldung</numerusform>
            <numerusform>%n brauchen eine Anmeldung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be replaced</source>
        <translation>
            <numerusform>%n zu ersetzen</numerusform>
            <numerusform>%n zu ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>To be replaced</source>
        <translation>Zu ersetzen</translation>
    </message>
</context>
<context>
    <name>holdfast::models::ReportJobsModel</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
</context>
<context>
    <name>holdfast::models::RoleMatrixModel</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Domains and policies</source>
        <translation>Domänen und Richtlinien</translation>
    </message>
    <message>
        <source>Activity and reports</source>
        <translation>Aktivität und Berichte</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>People who have the role</source>
        <translation>Personen mit der Rolle</translation>
    </message>
    <message>
        <source>%1 may %2</source>
        <translation>%1 darf: %2</translation>
    </message>
    <message>
        <source>%1 may not %2</source>
        <translation>%1 darf nicht: %2</translation>
    </message>
    <message>
        <source>Workstations</source>
        <translation>Arbeitsplätze</translation>
    </message>
</context>
<context>
    <name>holdfast::models::SearchModel</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>domain, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbeitsplatz</translation>
    </message>
</context>
<context>
    <name>holdfast::models::Session</name>
    <message>
        <source>Your role does not permit to %1.</source>
        <translation>Ihre Rolle erlaubt das nicht: %1.</translation>
    </message>
</context>
<context>
    <name>holdfast::models::SessionsModel</name>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>%1 (this session)</source>
        <translation>%1 (diese Sitzung)</translation>
    </message>
</context>
<context>
    <name>holdfast::models::TokensModel</name>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>holdfast::models::UserCardModel</name>
    <message>
        <source>The account is unlocked.</source>
        <translation>Das Konto ist entsperrt.</translation>
    </message>
    <message>
        <source>The account is enabled.</source>
        <translation>Das Konto ist aktiviert.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Das Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>Token %1 is enabled.</source>
        <translation>Token %1 ist aktiviert.</translation>
    </message>
    <message>
        <source>Token %1 is disabled.</source>
        <translation>Token %1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>The PIN of token %1 is cleared; the next sign-in asks for a new one.</source>
        <translation>Die PIN von Token %1 ist gelöscht; die nächste Anmeldung fragt nach einer neuen.</translation>
    </message>
    <message>
        <source>Token %1 is reported lost.</source>
        <translation>Token %1 ist als verloren gemeldet.</translation>
    </message>
    <message>
        <source>Token %1 is in use again.</source>
        <translation>Token %1 ist wieder in Gebrauch.</translation>
    </message>
    <message>
        <source>Token %1 is assigned.</source>
        <translation>Token %1 ist zugewiesen.</translation>
    </message>
    <message>
        <source>Token %1 is no longer assigned.</source>
        <translation>Token %1 ist nicht mehr zugewiesen.</translation>
    </message>
    <message>
        <source>Token %1 is in step again.</source>
        <translation>Token %1 ist abgeglichen.</translation>
    </message>
    <message>
        <source>Token %1 takes over at its first use.</source>
        <translation>Token %1 übernimmt bei seiner ersten Benutzung.</translation>
    </message>
    <message>
        <source>The account&apos;s dates are changed.</source>
        <translation>Der Zeitraum des Kontos ist geändert.</translation>
    </message>
    <message>
        <source>The emergency codes are cancelled.</source>
        <translation>Die Notfallcodes sind widerrufen.</translation>
    </message>
    <message>
        <source>Can sign in now</source>
        <translation>Anmeldung ist jetzt möglich</translation>
    </message>
    <message>
        <source>Cannot sign in: %1</source>
        <translation>Anmeldung nicht möglich: %1</translation>
    </message>
    <message>
        <source>Cannot sign in</source>
        <translation>Anmeldung nicht möglich</translation>
    </message>
    <message>
        <source>an emergency code</source>
        <translation>einem Notfallcode</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>With %1 or %2</source>
        <translation>Mit %1 oder %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between ways to sign in</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Verify the caller first.</source>
        <translation>Überprüfen Sie zuerst die anrufende Person.</translation>
    </message>
</context>
<context>
    <name>holdfast::models::UsersModel</name>
    <message>
        <source>Logon name</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Unlocks by itself %1</source>
        <translation>Entsperrt sich von selbst: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>holdfast::models::WorkstationsModel</name>
    <message>
        <source>Workstation</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>People who can sign in there without a network</source>
        <translation>Personen, die sich dort ohne Netz anmelden können</translation>
    </message>
    <message>
        <source>Can sign in</source>
        <translation>Ohne Netz</translation>
    </message>
</context>
<context>
    <name>holdfast::views::AboutDialog</name>
    <message>
        <source>Holdfast %1</source>
        <translation>Holdfast %1</translation>
    </message>
    <message>
        <source>Keeps people signing in when the cloud, the network or a token fails them.</source>
        <translation>Damit die Anmeldung gelingt, auch wenn Cloud, Netz oder Token ausfallen.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ActivityFilters</name>
    <message>
        <source>All logs</source>
        <translation>Alle Protokolle</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Any result</source>
        <translation>Jedes Ergebnis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>Alle Domänen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Filter by person, serial or client</source>
        <translation>Nach Person, Seriennummer oder Client filtern</translation>
    </message>
    <message>
        <source>Loading activity…</source>
        <translation>Aktivität wird geladen…</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Every sign-in and every change appears here at once.</source>
        <translation>Jede Anmeldung und jede Änderung erscheint hier sofort.</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Let new events wait while you read</source>
        <translation>Neue Ereignisse warten lassen, während Sie lesen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n new</source>
        <translation>
            <numerusform>%n neues zeigen</numerusform>
            <numerusform>%n neue zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show new events as they come</source>
        <translation>Neue Ereignisse zeigen, sobald sie kommen</translation>
    </message>
    <message>
        <source>Export activity as CSV</source>
        <translation>Aktivität als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>aktivitaet</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Choices and columns that you keep under a name</source>
        <translation>Auswahl und Spalten, die Sie unter einem Namen aufheben</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern…</translation>
    </message>
    <message>
        <source>Delete a view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>The view “%1” is deleted.</source>
        <translation>Die Ansicht „%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>The domain %1 of this view is not there any more; all domains are shown.</source>
        <translation>Die Domäne %1 dieser Ansicht gibt es nicht mehr; alle Domänen werden gezeigt.</translation>
    </message>
    <message>
        <source>The view “%1” is saved.</source>
        <translation>Die Ansicht „%1“ ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::AdministrationPage</name>
    <message>
        <source>Administrators</source>
        <translation>Administratoren</translation>
    </message>
    <message>
        <source>API clients</source>
        <translation>API-Clients</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Loading administrators…</source>
        <translation>Administratoren werden geladen…</translation>
    </message>
    <message>
        <source>No administrators</source>
        <translation>Keine Administratoren</translation>
    </message>
    <message>
        <source>Give somebody a role.</source>
        <translation>Geben Sie jemandem eine Rolle.</translation>
    </message>
    <message>
        <source>Add administrator…</source>
        <translation>Administrator hinzufügen…</translation>
    </message>
    <message>
        <source>No administrator matches</source>
        <translation>Kein Administrator passt</translation>
    </message>
    <message>
        <source>Loading API clients…</source>
        <translation>API-Clients werden geladen…</translation>
    </message>
    <message>
        <source>No API clients yet</source>
        <translation>Noch keine API-Clients</translation>
    </message>
    <message>
        <source>A VPN gateway or another program asks this service with a key of its own.</source>
        <translation>Ein VPN-Gateway oder ein anderes Programm fragt diesen Dienst mit einem eigenen Schlüssel.</translation>
    </message>
    <message>
        <source>New API client…</source>
        <translation>Neuer API-Client…</translation>
    </message>
    <message>
        <source>No API client matches</source>
        <translation>Kein API-Client passt</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Delete API client “%1”?</source>
        <translation>API-Client „%1“ löschen?</translation>
    </message>
    <message>
        <source>Its key stops working at once: whoever signs in through this program cannot any more.</source>
        <translation>Sein Schlüssel gilt sofort nicht mehr: Über dieses Programm kann sich niemand mehr anmelden.</translation>
    </message>
    <message>
        <source>Delete API client</source>
        <translation>API-Client löschen</translation>
    </message>
    <message>
        <source>The API client is deleted.</source>
        <translation>Der API-Client ist gelöscht.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
</context>
<context>
    <name>holdfast::views::AdministratorDialog</name>
    <message>
        <source>Add an administrator</source>
        <translation>Administrator hinzufügen</translation>
    </message>
    <message>
        <source>Somebody who has an account already.</source>
        <translation>Jemand, der schon ein Konto hat.</translation>
    </message>
    <message>
        <source>Name or e-mail address</source>
        <translation>Name oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation>Es gibt noch niemanden.</translation>
    </message>
    <message>
        <source>Add administrator</source>
        <translation>Administrator hinzufügen</translation>
    </message>
    <message>
        <source>Roles of %1</source>
        <translation>Rollen von %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>Weitere Rolle</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>Neues &amp;Passwort</translation>
    </message>
    <message>
        <source>For signing in from another machine; at least 12 characters.</source>
        <translation>Für Anmeldungen von einem anderen Rechner; mindestens 12 Zeichen.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Within the domain</source>
        <translation>In der Domäne</translation>
    </message>
    <message>
        <source>Take this role away</source>
        <translation>Diese Rolle entziehen</translation>
    </message>
    <message>
        <source>of</source>
        <translation>in</translation>
    </message>
    <message>
        <source>End the administration?</source>
        <translation>Verwaltung beenden?</translation>
    </message>
    <message>
        <source>Without a role this person cannot sign in here any more.</source>
        <translation>Ohne Rolle kann sich diese Person hier nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>Take all roles away</source>
        <translation>Alle Rollen entziehen</translation>
    </message>
    <message>
        <source>The roles of %1 are saved.</source>
        <translation>Die Rollen von %1 sind gespeichert.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ApiClientDialog</name>
    <message>
        <source>New API client</source>
        <translation>Neuer API-Client</translation>
    </message>
    <message>
        <source>A program that may ask this service whether a passcode is right.</source>
        <translation>Ein Programm, das diesen Dienst fragen darf, ob ein Passcode richtig ist.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Appears in the activity, such as “VPN Frankfurt”.</source>
        <translation>Erscheint in der Aktivität, zum Beispiel „VPN Frankfurt“.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Key, for the header “client-key”</source>
        <translation>Schlüssel für den Header „client-key“</translation>
    </message>
    <message>
        <source>The key is shown this once: only its fingerprint is kept. If it gets lost, make another client and delete this one.</source>
        <translation>Der Schlüssel wird nur dieses eine Mal gezeigt: Aufbewahrt wird nur sein Fingerabdruck. Geht er verloren, legen Sie einen anderen Client an und löschen Sie diesen.</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in a minute.</source>
        <translation>Kopiert. Die Zwischenablage wird in einer Minute geleert.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ApprovalsDialog</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>What is done to an administrator&apos;s account takes two people. Call your colleague before you agree.</source>
        <translation>Für Eingriffe in das Konto eines Administrators braucht es zwei Personen. Rufen Sie an, bevor Sie zustimmen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 may go on.</source>
        <translation>%1 darf fortfahren.</translation>
    </message>
    <message>
        <source>Refused: %1 may not go on.</source>
        <translation>Abgelehnt: %1 darf nicht fortfahren.</translation>
    </message>
    <message>
        <source>Nobody waits for you.</source>
        <translation>Niemand wartet auf Sie.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>%1 wants to act on %2: “%3”</source>
        <translation>%1 möchte in das Konto %2 eingreifen: „%3“</translation>
    </message>
    <message>
        <source>The caller is not verified by anything yet.</source>
        <translation>Die anrufende Person ist noch durch nichts überprüft.</translation>
    </message>
    <message numerus="yes">
        <source>The caller is verified by %1: %n point(s).</source>
        <translation>
            <numerusform>Die anrufende Person ist überprüft durch %1: %n Punkt.</numerusform>
            <numerusform>Die anrufende Person ist überprüft durch %1: %n Punkte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked %1, lapses %2.</source>
        <translation>Angefragt %1, verfällt %2.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve the request about %1</source>
        <translation>Die Anfrage zu %1 freigeben</translation>
    </message>
    <message>
        <source>Refuse the request about %1</source>
        <translation>Die Anfrage zu %1 ablehnen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::AssignPersonDialog</name>
    <message>
        <source>Assign token %1</source>
        <translation>Token %1 zuweisen</translation>
    </message>
    <message>
        <source>Whose is it to be?</source>
        <translation>Wem soll er gehören?</translation>
    </message>
    <message>
        <source>Name or e-mail address</source>
        <translation>Name oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation>Es gibt noch niemanden.</translation>
    </message>
    <message>
        <source>Ask for a PIN: the person chooses it at the next logon</source>
        <translation>PIN verlangen: Die Person wählt sie bei der nächsten Anmeldung</translation>
    </message>
    <message>
        <source>Assign token</source>
        <translation>Token zuweisen</translation>
    </message>
    <message>
        <source>Token %1 is assigned to %2.</source>
        <translation>Token %1 ist %2 zugewiesen.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::AssignTokenDialog</name>
    <message>
        <source>Assign a token to %1</source>
        <translation>%1 einen Token zuweisen</translation>
    </message>
    <message>
        <source>Tokens that belong to nobody yet. Type the last digits on its back.</source>
        <translation>Token, die noch niemandem gehören. Geben Sie die letzten Ziffern von der Rückseite ein.</translation>
    </message>
    <message>
        <source>Ask for a PIN: the person chooses it at the next logon</source>
        <translation>PIN verlangen: Die Person wählt sie bei der nächsten Anmeldung</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>There is no token left to assign. Import some first.</source>
        <translation>Es ist kein Token zum Zuweisen übrig. Importieren Sie zuerst welche.</translation>
    </message>
    <message>
        <source>Assign token</source>
        <translation>Token zuweisen</translation>
    </message>
    <message>
        <source>Token %1 is assigned.</source>
        <translation>Token %1 ist zugewiesen.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::BinTab</name>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Filter by name or serial number</source>
        <translation>Nach Name oder Seriennummer filtern</translation>
    </message>
    <message>
        <source>Loading the bin…</source>
        <translation>Papierkorb wird geladen…</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>Deleted users and tokens lie here for thirty days.</source>
        <translation>Gelöschte Benutzer und Token liegen hier dreißig Tage.</translation>
    </message>
    <message>
        <source>Nothing in the bin matches</source>
        <translation>Nichts im Papierkorb passt</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Users and tokens</source>
        <translation>Benutzer und Token</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>%1 endgültig löschen?</translation>
    </message>
    <message>
        <source>The token&apos;s secret is gone then; it can only be imported again from its file.</source>
        <translation>Das Geheimnis des Tokens ist dann weg; er kann nur neu aus seiner Datei importiert werden.</translation>
    </message>
    <message>
        <source>The account cannot be restored then. What the activity tells of it stays.</source>
        <translation>Das Konto kann dann nicht wiederhergestellt werden. Was die Aktivität davon erzählt, bleibt.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>It is deleted for good.</source>
        <translation>Es ist endgültig gelöscht.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::BulkBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Choose all %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>So many rows can only be chosen all together: narrow the list with its filter, and choose all that match.</source>
        <translation>So viele Zeilen lassen sich nur alle zusammen auswählen: Engen Sie die Liste mit ihrem Filter ein und wählen Sie alle, die passen.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::BulkDialog</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Which of the list are shown</source>
        <translation>Was von der Liste gezeigt wird</translation>
    </message>
    <message>
        <source>The whole list</source>
        <translation>Die ganze Liste</translation>
    </message>
    <message>
        <source>What the job changes or leaves alone</source>
        <translation>Was der Auftrag ändert oder unberührt lässt</translation>
    </message>
    <message>
        <source>&amp;Reason for going above the agreed share</source>
        <translation>&amp;Grund, über den vereinbarten Anteil zu gehen</translation>
    </message>
    <message>
        <source>It is kept with the job and told in the activity.</source>
        <translation>Er bleibt beim Auftrag und steht in der Aktivität.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>Security &amp;domain</source>
        <translation>&amp;Sicherheitsdomäne</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>Ohne Ende</translation>
    </message>
    <message>
        <source>Valid &amp;until</source>
        <translation>Gültig b&amp;is</translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list so far.</source>
        <translation>
            <numerusform>Bisher %Ln auf der Liste.</numerusform>
            <numerusform>Bisher %Ln auf der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>First the list</source>
        <translation>Zuerst die Liste</translation>
    </message>
    <message>
        <source>It says what becomes of each. Nothing is changed by making it.</source>
        <translation>Sie sagt, was aus jedem wird. Sie zu erstellen ändert nichts.</translation>
    </message>
    <message>
        <source>Making the list…</source>
        <translation>Liste wird erstellt…</translation>
    </message>
    <message>
        <source>This list could not be loaded</source>
        <translation>Diese Liste konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation>Davon gibt es nichts.</translation>
    </message>
    <message>
        <source>This changes %1 % of all within your scope; agreed are %2 %.</source>
        <translation>Das ändert %1 % von allen in Ihrem Bereich; vereinbart sind %2 %.</translation>
    </message>
    <message>
        <source>A Super Administrator can begin it with a reason.</source>
        <translation>Ein Super-Administrator kann es mit einem Grund beginnen.</translation>
    </message>
    <message>
        <source>It goes on when you close this; Jobs and bin shows it.</source>
        <translation>Es geht weiter, wenn Sie dies schließen; „Aufträge und Papierkorb“ zeigt es.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>Liste erstellen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::BulkSettingsDialog</name>
    <message>
        <source>Agreed share</source>
        <translation>Vereinbarter Anteil</translation>
    </message>
    <message>
        <source>How much one job may change without a second thought.</source>
        <translation>Wie viel ein Auftrag ändern darf, ohne dass jemand zustimmt.</translation>
    </message>
    <message>
        <source>&amp;Share of all users or tokens within one&apos;s scope</source>
        <translation>&amp;Anteil aller Benutzer oder Token im eigenen Bereich</translation>
    </message>
    <message>
        <source>A larger job has to be overruled by a Super Administrator with a reason.</source>
        <translation>Über einen größeren Auftrag entscheidet ein Super-Administrator mit einem Grund.</translation>
    </message>
    <message>
        <source>Without looking at the share, up to so &amp;many</source>
        <translation>Ohne Blick auf den Anteil bis zu so &amp;vielen</translation>
    </message>
    <message>
        <source>A job s&amp;tops when more than this share is refused unexpectedly</source>
        <translation>Ein Auftrag &amp;hält an, wenn mehr als dieser Anteil unerwartet abgewiesen wird</translation>
    </message>
    <message>
        <source>And at least ten are.</source>
        <translation>Und mindestens zehn es sind.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>holdfast::views::CallBar</name>
    <message>
        <source>Verify caller</source>
        <translation>Anruf prüfen</translation>
    </message>
    <message>
        <source>Clear PIN</source>
        <translation>PIN löschen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Assign token</source>
        <translation>Token zuweisen</translation>
    </message>
    <message>
        <source>The caller is not verified: what would give something out is closed.</source>
        <translation>Die anrufende Person ist nicht überprüft: Was etwas herausgäbe, ist geschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>Verified by %1: %n point(s)</source>
        <translation>
            <numerusform>Überprüft durch %1: %n Punkt</numerusform>
            <numerusform>Überprüft durch %1: %n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, until %2.</source>
        <translation>%1, bis %2.</translation>
    </message>
    <message>
        <source>%1 More is needed for an emergency code.</source>
        <translation>%1 Für einen Notfallcode braucht es mehr.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::CallerQuestionsDialog</name>
    <message>
        <source>Security questions of %1</source>
        <translation>Sicherheitsfragen von %1</translation>
    </message>
    <message>
        <source>The help desk asks them when the person calls. Nobody sees an answer again; it is compared without case, spaces and punctuation.</source>
        <translation>Der Helpdesk stellt sie, wenn die Person anruft. Niemand sieht eine Antwort wieder; verglichen wird ohne Groß- und Kleinschreibung, Leer- und Satzzeichen.</translation>
    </message>
    <message>
        <source>Another question</source>
        <translation>Weitere Frage</translation>
    </message>
    <message>
        <source>Save questions</source>
        <translation>Fragen speichern</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source> points</source>
        <translation> Punkte</translation>
    </message>
    <message>
        <source>Take this question away</source>
        <translation>Diese Frage wegnehmen</translation>
    </message>
    <message>
        <source>Closed for a day after wrong answers.</source>
        <translation>Nach falschen Antworten für einen Tag gesperrt.</translation>
    </message>
    <message>
        <source>Answer unchanged</source>
        <translation>Antwort unverändert</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>Frage %1</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Points for question %1</source>
        <translation>Punkte für Frage %1</translation>
    </message>
    <message numerus="yes">
        <source>A person has %n question(s) at most.</source>
        <translation>
            <numerusform>Eine Person hat höchstens eine Frage.</numerusform>
            <numerusform>Eine Person hat höchstens %n Fragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is the question?</source>
        <translation>Wie lautet die Frage?</translation>
    </message>
    <message>
        <source>This question needs its answer.</source>
        <translation>Zu dieser Frage fehlt die Antwort.</translation>
    </message>
    <message>
        <source>%1 has no security questions now.</source>
        <translation>%1 hat jetzt keine Sicherheitsfragen.</translation>
    </message>
    <message numerus="yes">
        <source>%n security question(s) of %1 are kept.</source>
        <translation>
            <numerusform>Eine Sicherheitsfrage von %1 ist gespeichert.</numerusform>
            <numerusform>%n Sicherheitsfragen von %1 sind gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::CardVerdict</name>
    <message>
        <source>Emergency code…</source>
        <translation>Notfallcode…</translation>
    </message>
    <message>
        <source>Emergency code</source>
        <translation>Notfallcode</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Every check with what was found and what is required</source>
        <translation>Jede Prüfung mit Befund und Anforderung</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ChallengeDialog</name>
    <message>
        <source>For somebody who sits there without a network, and whose data it does not hold. The answer is good once, for this person at this workstation.</source>
        <translation>Für jemanden, der dort ohne Netz sitzt und dessen Daten er nicht hält. Die Antwort gilt einmal, für diese Person an diesem Arbeitsplatz.</translation>
    </message>
    <message>
        <source>Who sits there? Name or e-mail address</source>
        <translation>Wer sitzt dort? Name oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation>Es gibt noch niemanden.</translation>
    </message>
    <message>
        <source>Answer a challenge for %1</source>
        <translation>Aufgabe für %1 beantworten</translation>
    </message>
    <message>
        <source>For a workstation without a network that holds no data for this person. The answer is good once, for this person at that workstation.</source>
        <translation>Für einen Arbeitsplatz ohne Netz, der keine Daten für diese Person hält. Die Antwort gilt einmal, für diese Person an jenem Arbeitsplatz.</translation>
    </message>
    <message>
        <source>Which workstation? Its name</source>
        <translation>Welcher Arbeitsplatz? Sein Name</translation>
    </message>
    <message>
        <source>No workstation is enrolled yet.</source>
        <translation>Noch ist kein Arbeitsplatz aufgenommen.</translation>
    </message>
    <message>
        <source>INC-1234, new laptop, no network in the hotel</source>
        <translation>INC-1234, neuer Laptop, kein Netz im Hotel</translation>
    </message>
    <message>
        <source>&amp;Challenge</source>
        <translation>&amp;Aufgabe</translation>
    </message>
    <message>
        <source>Ten letters and digits, as the workstation shows them. Blanks and hyphens do not count.</source>
        <translation>Zehn Buchstaben und Ziffern, wie der Arbeitsplatz sie zeigt. Leerzeichen und Striche zählen nicht.</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket</source>
        <translation>&amp;Grund oder Ticket</translation>
    </message>
    <message>
        <source>Required. It stays with the event.</source>
        <translation>Erforderlich. Bleibt beim Ereignis.</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Antwort zeigen</translation>
    </message>
    <message>
        <source>Answer to the challenge</source>
        <translation>Antwort auf die Aufgabe</translation>
    </message>
    <message>
        <source>Read these digits out</source>
        <translation>Lesen Sie diese Ziffern vor</translation>
    </message>
    <message>
        <source>The caller must be verified before anything is read out.</source>
        <translation>Der Anrufer muss geprüft sein, bevor etwas vorgelesen wird.</translation>
    </message>
    <message>
        <source>Verify the caller…</source>
        <translation>Anrufer prüfen…</translation>
    </message>
    <message>
        <source>The caller types them where the workstation asks for the response. They are good once, until %1; a wrong try uses the challenge up.</source>
        <translation>Der Anrufer tippt sie, wo der Arbeitsplatz nach der Antwort fragt. Sie gelten einmal, bis %1; ein falscher Versuch verbraucht die Aufgabe.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Verbergen</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Answer a challenge from %1</source>
        <translation>Aufgabe von %1 beantworten</translation>
    </message>
    <message>
        <source>The caller reads on the screen that this computer holds no data. Ans&amp;wer all the same.</source>
        <translation>Der Anrufer liest auf dem Bildschirm, dieser Rechner halte keine Daten. &amp;Trotzdem beantworten.</translation>
    </message>
    <message>
        <source>For %1 at %2</source>
        <comment>a person, a workstation</comment>
        <translation>Für %1 an %2</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ChoosePolicyDialog</name>
    <message>
        <source>%1 policy of %2</source>
        <translation>%1: Richtlinie für %2</translation>
    </message>
    <message>
        <source>Where does it come from?</source>
        <translation>Woher kommt sie?</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Richtlinie</translation>
    </message>
    <message>
        <source>&amp;Name of the new policy</source>
        <translation>&amp;Name der neuen Richtlinie</translation>
    </message>
    <message>
        <source>It begins with the usual values; change them afterwards.</source>
        <translation>Sie beginnt mit den üblichen Werten; ändern Sie diese danach.</translation>
    </message>
    <message>
        <source>From the domain above</source>
        <translation>Von der Domäne darüber</translation>
    </message>
    <message>
        <source>A policy that exists already</source>
        <translation>Eine vorhandene Richtlinie</translation>
    </message>
    <message>
        <source>A new policy, for this domain</source>
        <translation>Eine neue Richtlinie für diese Domäne</translation>
    </message>
    <message>
        <source>Always the default, whatever is set above</source>
        <translation>Immer der Standard, was auch darüber gilt</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>%1 policy of all domains</source>
        <translation>%1: Richtlinie für alle Domänen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::CodeDisplay</name>
    <message>
        <source>Emergency code</source>
        <translation>Notfallcode</translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation>Notfallcodes</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ConfirmDialog</name>
    <message>
        <source>Confirm that it is you</source>
        <translation>Bestätigen Sie, dass Sie es sind</translation>
    </message>
    <message>
        <source>You signed in a while ago, and what you are about to do reaches far. Is it still you at this desktop?</source>
        <translation>Ihre Anmeldung liegt eine Weile zurück, und was Sie vorhaben, reicht weit. Sitzen noch Sie an diesem Desktop?</translation>
    </message>
    <message>
        <source>You signed in a while ago, and what you are about to do reaches far. It goes on as soon as you have confirmed.</source>
        <translation>Ihre Anmeldung liegt eine Weile zurück, und was Sie vorhaben, reicht weit. Es geht weiter, sobald Sie bestätigt haben.</translation>
    </message>
    <message>
        <source>&amp;Password of %1</source>
        <translation>&amp;Passwort von %1</translation>
    </message>
    <message>
        <source>Pass&amp;code</source>
        <translation>Pass&amp;code</translation>
    </message>
    <message>
        <source>Of your token, or an emergency code.</source>
        <translation>Von Ihrem Token, oder ein Notfallcode.</translation>
    </message>
    <message>
        <source>It is me</source>
        <translation>Ich bin es</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ConnectionBanner</name>
    <message>
        <source>The service&apos;s certificate is not the one that was expected.</source>
        <translation>Das Zertifikat des Dienstes ist nicht das erwartete.</translation>
    </message>
    <message>
        <source>The service&apos;s address cannot be found.</source>
        <translation>Die Adresse des Dienstes ist nicht zu finden.</translation>
    </message>
    <message>
        <source>The service does not answer in time.</source>
        <translation>Der Dienst antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>Der Dienst ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Neuer Versuch…</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n second(s).</source>
        <translation>
            <numerusform>Neuer Versuch in %n Sekunde.</numerusform>
            <numerusform>Neuer Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 What you see may be out of date. %2</source>
        <translation>%1 Was Sie sehen, kann veraltet sein. %2</translation>
    </message>
</context>
<context>
    <name>holdfast::views::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::DurationEdit</name>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
</context>
<context>
    <name>holdfast::views::EmergencyDialog</name>
    <message>
        <source>Emergency code for %1</source>
        <translation>Notfallcode für %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Which token?</source>
        <translation>&amp;Welcher Token?</translation>
    </message>
    <message>
        <source>INC-1234, token left at home</source>
        <translation>INC-1234, Token zu Hause vergessen</translation>
    </message>
    <message>
        <source>&amp;Codes</source>
        <translation>&amp;Codes</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket</source>
        <translation>&amp;Grund oder Ticket</translation>
    </message>
    <message>
        <source>Required. It stays with the code.</source>
        <translation>Erforderlich. Bleibt beim Code.</translation>
    </message>
    <message>
        <source>&amp;Works for</source>
        <translation>Gü&amp;ltig für</translation>
    </message>
    <message>
        <source>When the &amp;token returns</source>
        <translation>&amp;Kommt der Token zurück</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The clipboard is cleared after a minute.</source>
        <translation>Die Zwischenablage wird nach einer Minute geleert.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in a minute.</source>
        <translation>Kopiert. Die Zwischenablage wird in einer Minute geleert.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Issue code</source>
        <translation>Code ausstellen</translation>
    </message>
    <message>
        <source>Works until %1.</source>
        <translation>Gültig bis %1.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Shown this once: only a fingerprint is kept. If it gets lost, issue another one.</source>
        <translation>Wird nur dieses eine Mal gezeigt: Aufbewahrt wird nur ein Fingerabdruck. Geht er verloren, stellen Sie einen anderen aus.</translation>
    </message>
    <message>
        <source>It works online, wherever a passcode is asked for. The number keys answer the questions.</source>
        <translation>Er gilt online, überall wo nach einem Passcode gefragt wird. Die Zifferntasten beantworten die Fragen.</translation>
    </message>
    <message>
        <source>Why the &amp;quota does not count this time</source>
        <translation>Warum das Ko&amp;ntingent diesmal nicht gilt</translation>
    </message>
    <message>
        <source>Required: the policy allows no more codes within 90 days.</source>
        <translation>Erforderlich: Die Richtlinie erlaubt innerhalb von 90 Tagen keine weiteren Codes.</translation>
    </message>
    <message>
        <source>Spell</source>
        <translation>Buchstabieren</translation>
    </message>
    <message>
        <source>Shows the code in words, as it is said on the telephone</source>
        <translation>Zeigt den Code in Worten, wie man ihn am Telefon sagt</translation>
    </message>
    <message>
        <source>It works online, wherever a passcode is asked for.</source>
        <translation>Er gilt online, überall wo nach einem Passcode gefragt wird.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::EnrolDialog</name>
    <message>
        <source>Enrol a token for %1</source>
        <translation>Token für %1 einrichten</translation>
    </message>
    <message>
        <source>For an authenticator app on the person&apos;s phone: they scan a code, and tell you the first number that the app shows.</source>
        <translation>Für eine Authenticator-App auf dem Telefon der Person: Sie scannt einen Code und nennt Ihnen die erste Zahl, die die App zeigt.</translation>
    </message>
    <message>
        <source>Show QR code</source>
        <translation>QR-Code zeigen</translation>
    </message>
    <message>
        <source>Ask for a PIN: the person chooses it at the next logon</source>
        <translation>PIN verlangen: Die Person wählt sie bei der nächsten Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Nearly every app knows codes that change with time.</source>
        <translation>Fast jede App kennt Codes, die mit der Zeit wechseln.</translation>
    </message>
    <message>
        <source>Key, for an app without a camera</source>
        <translation>Schlüssel, für eine App ohne Kamera</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in a minute.</source>
        <translation>Kopiert. Die Zwischenablage wird in einer Minute geleert.</translation>
    </message>
    <message>
        <source>&amp;First code that the app shows</source>
        <translation>&amp;Erster Code, den die App zeigt</translation>
    </message>
    <message>
        <source>It proves that the token has arrived, and enables it.</source>
        <translation>Er belegt, dass der Token angekommen ist, und aktiviert ihn.</translation>
    </message>
    <message>
        <source>Scan the code with the app. Without a camera, type this key:</source>
        <translation>Den Code mit der App scannen. Ohne Kamera diesen Schlüssel eingeben:</translation>
    </message>
    <message>
        <source>Code and key are shown this once and kept nowhere in the clear.</source>
        <translation>Code und Schlüssel werden nur dieses eine Mal gezeigt und nirgends im Klartext aufbewahrt.</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>Confirm and enable</source>
        <translation>Bestätigen und aktivieren</translation>
    </message>
    <message>
        <source>Discard token</source>
        <translation>Token verwerfen</translation>
    </message>
    <message>
        <source>Token %1 is made; its first code is awaited.</source>
        <translation>Token %1 ist angelegt; sein erster Code wird erwartet.</translation>
    </message>
    <message numerus="yes">
        <source>A code of this token has %n digit(s).</source>
        <translation>
            <numerusform>Ein Code dieses Tokens hat %n Ziffer.</numerusform>
            <numerusform>Ein Code dieses Tokens hat %n Ziffern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Token %1 works.</source>
        <translation>Token %1 funktioniert.</translation>
    </message>
    <message>
        <source>The token that was not confirmed is deleted.</source>
        <translation>Der unbestätigte Token ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::EnrolmentDialog</name>
    <message>
        <source>Enrol a workstation</source>
        <translation>Arbeitsplatz aufnehmen</translation>
    </message>
    <message>
        <source>A code makes one computer known to the service. The computer makes its own keys and keeps them.</source>
        <translation>Ein Code macht einen Rechner dem Dienst bekannt. Der Rechner erzeugt seine Schlüssel selbst und behält sie.</translation>
    </message>
    <message>
        <source>Codes that nobody has used yet</source>
        <translation>Codes, die noch niemand benutzt hat</translation>
    </message>
    <message>
        <source>Make code</source>
        <translation>Code erstellen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Security domain</source>
        <translation>&amp;Sicherheitsdomäne</translation>
    </message>
    <message>
        <source>Its offline policy counts beside that of the people who sign in there.</source>
        <translation>Ihre Offline-Richtlinie zählt neben der der Personen, die sich dort anmelden.</translation>
    </message>
    <message>
        <source>&amp;Code is good for</source>
        <translation>&amp;Code gilt</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Aufnahmecode</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>1. Type this on the workstation</source>
        <translation>1. Am Arbeitsplatz eintippen</translation>
    </message>
    <message>
        <source>Command to type on the workstation</source>
        <translation>Befehl für den Arbeitsplatz</translation>
    </message>
    <message>
        <source>2. Type this code when it asks for it</source>
        <translation>2. Diesen Code eintippen, wenn danach gefragt wird</translation>
    </message>
    <message>
        <source>The command is copied. The code is not part of it.</source>
        <translation>Der Befehl ist kopiert. Der Code gehört nicht dazu.</translation>
    </message>
    <message>
        <source>Any name</source>
        <translation>Beliebiger Name</translation>
    </message>
    <message>
        <source>This service runs on this computer alone: another one cannot reach it. For workstations elsewhere connect the console to a service of your network.</source>
        <translation>Dieser Dienst läuft nur auf diesem Rechner: ein anderer erreicht ihn nicht. Für Arbeitsplätze anderswo verbinden Sie die Konsole mit einem Dienst Ihres Netzes.</translation>
    </message>
    <message>
        <source>Where the service&apos;s certificate is one of your own, add --ca FILE with it.</source>
        <translation>Ist das Zertifikat des Dienstes ein eigenes, ergänzen Sie --ca DATEI damit.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The code&apos;s time is over, and nobody used it. Make another one.</source>
        <translation>Die Zeit des Codes ist um, und niemand hat ihn benutzt. Erstellen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The workstation is enrolled.</source>
        <translation>Der Arbeitsplatz ist aufgenommen.</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Spell it</source>
        <translation>&amp;Buchstabieren</translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>Alle Domänen</translation>
    </message>
    <message>
        <source>If empty, the computer&apos;s own name is used.</source>
        <translation>Ohne Eintrag gilt der eigene Name des Computers.</translation>
    </message>
    <message>
        <source>&amp;Withdraw this code</source>
        <translation>Diesen Code &amp;zurückziehen</translation>
    </message>
    <message>
        <source>Choose a domain</source>
        <translation>Domäne wählen</translation>
    </message>
    <message>
        <source>%1 in %2, made by %3, until %4</source>
        <translation>%1 in %2, von %3, bis %4</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>an enrolment code</comment>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Withdraw the code of %1</source>
        <translation>Den Code von %1 zurückziehen</translation>
    </message>
    <message>
        <source>Good for one workstation in %1, until %2. Waiting for it…</source>
        <translation>Gilt für einen Arbeitsplatz in %1, bis %2. Warte auf ihn …</translation>
    </message>
    <message>
        <source>Somebody has withdrawn the code: it enrols nothing. Make another one.</source>
        <translation>Jemand hat den Code zurückgezogen: er nimmt nichts auf. Erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>The code is withdrawn: it enrols nothing.</source>
        <translation>Der Code ist zurückgezogen: er nimmt nichts auf.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ExplainDialog</name>
    <message>
        <source>Can %1 sign in?</source>
        <translation>Kann sich %1 anmelden?</translation>
    </message>
    <message>
        <source>&amp;Copy for the ticket</source>
        <translation>Für Ticket &amp;kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Last attempt, %1: %2</source>
        <translation>Letzter Versuch, %1: %2</translation>
    </message>
    <message>
        <source>Copied. Paste it into the ticket.</source>
        <translation>Kopiert. Fügen Sie es in das Ticket ein.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ExplanationList</name>
    <message>
        <source>Required: %1</source>
        <translation>Verlangt: %1</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Passed, with a hint</source>
        <translation>Bestanden, mit Hinweis</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ExportBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Exporting to %1: %2</source>
        <translation>Export nach %1: %2</translation>
    </message>
    <message>
        <source>Exporting to %1…</source>
        <translation>Export nach %1…</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportiert nach %1.</translation>
    </message>
    <message>
        <source>The export is cancelled; nothing was written.</source>
        <translation>Der Export ist abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ExportDialog</name>
    <message>
        <source>Export all tokens</source>
        <translation>Alle Token exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %n token(s)</source>
        <translation>
            <numerusform>%n Token exportieren</numerusform>
            <numerusform>%n Token exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>A PSKC file with the secrets of time and counter tokens, for another service. Whoever has the file and its passphrase can sign in as anybody in it; PINs are not in it. SecurID tokens cannot be exported.</source>
        <translation>Eine PSKC-Datei mit den Geheimnissen von Zeit- und Zähler-Token für einen anderen Dienst. Wer Datei und Passphrase hat, kann sich als jede Person darin anmelden; PINs sind nicht enthalten. SecurID-Token sind nicht exportierbar.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters; several words are best.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen; am besten mehrere Wörter.</numerusform>
            <numerusform>Mindestens %n Zeichen; am besten mehrere Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>The passphrase &amp;again</source>
        <translation>Passphrase &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Stays with the event.</source>
        <translation>Bleibt beim Ereignis.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen.</numerusform>
            <numerusform>Mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the same passphrase.</source>
        <translation>Das ist nicht dieselbe Passphrase.</translation>
    </message>
    <message>
        <source>Say why, for whoever reads the activity later.</source>
        <translation>Sagen Sie warum, für alle, die später die Aktivität lesen.</translation>
    </message>
    <message>
        <source>Export tokens to</source>
        <translation>Token exportieren nach</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei ist nicht beschreibbar: %1</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Export läuft…</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ExtendDialog</name>
    <message>
        <source>INC-1234, three weeks on a ship</source>
        <translation>INC-1234, drei Wochen auf See</translation>
    </message>
    <message>
        <source>days</source>
        <comment>after a number</comment>
        <translation>Tage</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket</source>
        <translation>&amp;Grund oder Ticket</translation>
    </message>
    <message>
        <source>Required. It stays with the event.</source>
        <translation>Erforderlich. Bleibt beim Ereignis.</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln come(s) at the next contact of the workstation</source>
        <translation>
            <numerusform>%Ln kommt beim nächsten Kontakt des Arbeitsplatzes</numerusform>
            <numerusform>%Ln kommen beim nächsten Kontakt des Arbeitsplatzes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) the person to sign in there with a network</source>
        <translation>
            <numerusform>bei %Ln muss sich die Person dort mit Netz anmelden</numerusform>
            <numerusform>bei %Ln muss sich die Person dort mit Netz anmelden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>two halves of a sentence</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Extend offline data for a trip</source>
        <translation>Offline-Daten für eine Reise verlängern</translation>
    </message>
    <message>
        <source>Adds days to what the policy grants, once. %1 Have that done before the trip.</source>
        <translation>Gibt einmalig Tage zu dem, was die Richtlinie gewährt. %1 Das muss vor der Reise geschehen.</translation>
    </message>
    <message>
        <source>&amp;Days added</source>
        <translation>Zusätzliche &amp;Tage</translation>
    </message>
</context>
<context>
    <name>holdfast::views::FigureTile</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>holdfast::views::FiguresLine</name>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>It could not be counted: %1</source>
        <translation>Das ließ sich nicht zählen: %1</translation>
    </message>
    <message>
        <source>Show just these</source>
        <translation>Nur diese zeigen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source>Restricted to: %1</source>
        <translation>Eingeschränkt auf: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>holdfast::views::FirstRunPage</name>
    <message>
        <source>Welcome to Holdfast</source>
        <translation>Willkommen bei Holdfast</translation>
    </message>
    <message>
        <source>This service is new. Say who its first administrator is; everything can be changed later.</source>
        <translation>Dieser Dienst ist neu. Nennen Sie seinen ersten Administrator; alles lässt sich später ändern.</translation>
    </message>
    <message>
        <source>&amp;Logon name</source>
        <translation>&amp;Anmeldename</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>&amp;Ihr Name</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Optional; shown beside the program&apos;s name</source>
        <translation>Optional; steht neben dem Programmnamen</translation>
    </message>
    <message>
        <source>Only for signing in from another machine. Without one, only this desktop signs in.</source>
        <translation>Nur für Anmeldungen von einem anderen Rechner. Ohne Passwort meldet sich nur dieser Desktop an.</translation>
    </message>
    <message>
        <source>Type the name that you will sign in with.</source>
        <translation>Geben Sie den Namen ein, mit dem Sie sich anmelden werden.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::HeaderBar</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Holdfast</source>
        <translation>Über Holdfast</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Account of %1</source>
        <translation>Konto von %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ImportDialog</name>
    <message>
        <source>Import tokens</source>
        <translation>Token importieren</translation>
    </message>
    <message>
        <source>Drop a token file here</source>
        <translation>Token-Datei hier ablegen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the file</source>
        <translation>&amp;Passphrase der Datei</translation>
    </message>
    <message>
        <source>Pre-shared &amp;key, in hexadecimal</source>
        <translation>Vereinbarter &amp;Schlüssel (hexadezimal)</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei…</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>Nur Probleme</translation>
    </message>
    <message>
        <source>Serial numbers that are there already</source>
        <translation>Bereits vorhandene Seriennummern</translation>
    </message>
    <message>
        <source>Records of the file</source>
        <translation>Datensätze der Datei</translation>
    </message>
    <message>
        <source>Choose a token file</source>
        <translation>Token-Datei wählen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Import %n token(s)</source>
        <translation>
            <numerusform>%n Token importieren</numerusform>
            <numerusform>%n Token importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Known already:</source>
        <translation>Schon bekannt:</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Will replace</source>
        <translation>Wird ersetzt</translation>
    </message>
    <message>
        <source>PSKC, SecurID (sdtid), otpauth links or CSV; the kind is found out from the file&apos;s content. Nothing changes before you press Import.</source>
        <translation>PSKC, SecurID (sdtid), otpauth-Links oder CSV; die Art wird am Inhalt erkannt. Vor dem Importieren ändert sich nichts.</translation>
    </message>
    <message>
        <source>Token files (*.pskc *.pskcxml *.xml *.sdtid *.csv *.tsv *.txt)</source>
        <translation>Token-Dateien (*.pskc *.pskcxml *.xml *.sdtid *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>%1 of %2 records; sign-ins go on meanwhile</source>
        <translation>%1 von %2 Datensätzen; Anmeldungen laufen weiter</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Import läuft…</translation>
    </message>
    <message>
        <source>Stop import</source>
        <translation>Import anhalten</translation>
    </message>
    <message>
        <source>Resume import</source>
        <translation>Import fortsetzen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Jobs and bin</source>
        <translation>Aufträge und Papierkorb</translation>
    </message>
</context>
<context>
    <name>holdfast::views::JobsTab</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Filter by who made them</source>
        <translation>Nach Urheber filtern</translation>
    </message>
    <message>
        <source>Loading jobs…</source>
        <translation>Aufträge werden geladen…</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>Choose several users or tokens in their list, and what to do to all of them.</source>
        <translation>Wählen Sie mehrere Benutzer oder Token in ihrer Liste und was mit allen geschehen soll.</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Kein Auftrag passt</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>Agreed share…</source>
        <translation>Vereinbarter Anteil…</translation>
    </message>
    <message>
        <source>A job that changed something can be undone for thirty days.</source>
        <translation>Ein Auftrag, der etwas geändert hat, kann dreißig Tage lang rückgängig gemacht werden.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::Locator</name>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>People and tokens cannot be searched now: %1</source>
        <translation>Personen und Token sind jetzt nicht durchsuchbar: %1</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Type a name, an e-mail address or the digits of a serial number.</source>
        <translation>Geben Sie einen Namen, eine E-Mail-Adresse oder die Ziffern einer Seriennummer ein.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nichts gefunden zu „%1“.</translation>
    </message>
    <message>
        <source>↑ ↓ to choose, Enter to open, Esc to leave</source>
        <translation>↑ ↓ wählen, Eingabe öffnet, Esc schließt</translation>
    </message>
    <message>
        <source>Search people, tokens, workstations    Ctrl+K</source>
        <translation>Personen, Token, Arbeitsplätze suchen    Strg+K</translation>
    </message>
    <message>
        <source>Search people, tokens, workstations and pages</source>
        <translation>Personen, Token, Arbeitsplätze und Seiten suchen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::LockPage</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>%1 is signed in.</source>
        <translation>%1 ist angemeldet.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Pass&amp;code</source>
        <translation>Pass&amp;code</translation>
    </message>
    <message>
        <source>Of your token, or an emergency code.</source>
        <translation>Von Ihrem Token, oder ein Notfallcode.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::MainWindow</name>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
</context>
<context>
    <name>holdfast::views::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::MoveDomainDialog</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every policy stays as it is.</source>
        <translation>Jede Richtlinie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Policies that change:</source>
        <translation>Richtlinien, die sich ändern:</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 policy: “%3” becomes “%4” for %Ln people.</source>
        <translation>
            <numerusform>%1, Richtlinie %2: „%3“ wird „%4“ für %Ln Person.</numerusform>
            <numerusform>%1, Richtlinie %2: „%3“ wird „%4“ für %Ln Personen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody gains or loses sight of anybody.</source>
        <translation>Niemand sieht danach mehr oder weniger.</translation>
    </message>
    <message>
        <source>Administrators who see others then:</source>
        <translation>Administratoren, die danach andere sehen:</translation>
    </message>
    <message numerus="yes">
        <source>%1 gains sight of %Ln people.</source>
        <translation>
            <numerusform>%1 sieht danach %Ln Person mehr.</numerusform>
            <numerusform>%1 sieht danach %Ln Personen mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 loses sight of %Ln people.</source>
        <translation>
            <numerusform>%1 sieht danach %Ln Person weniger.</numerusform>
            <numerusform>%1 sieht danach %Ln Personen weniger.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Everything in it moves along.</source>
        <translation>Alles darin zieht mit.</translation>
    </message>
    <message>
        <source>Choose where it is to be.</source>
        <translation>Wählen Sie den neuen Ort.</translation>
    </message>
    <message>
        <source>Choose a domain</source>
        <translation>Domäne wählen</translation>
    </message>
    <message>
        <source>&amp;Below</source>
        <translation>&amp;Unterhalb von</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Move domain</source>
        <translation>Domäne verschieben</translation>
    </message>
    <message>
        <source>Looking what changes…</source>
        <translation>Auswirkungen werden ermittelt…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domains</source>
        <translation>
            <numerusform>%Ln Domäne</numerusform>
            <numerusform>%Ln Domänen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 becomes %2: %3 move.</source>
        <translation>%1 wird %2: %3 ziehen um.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::MoveWorkstationDialog</name>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>The offline policy of its domain counts beside that of the person&apos;s: the stricter value of each setting. What it holds now is replaced at its next contact where that changes anything.</source>
        <translation>Die Offline-Richtlinie seiner Domäne zählt neben der der Person: bei jeder Einstellung der strengere Wert. Was er jetzt hält, wird beim nächsten Kontakt ersetzt, wo das etwas ändert.</translation>
    </message>
    <message>
        <source>&amp;Security domain</source>
        <translation>&amp;Sicherheitsdomäne</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>holdfast::views::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>holdfast::views::NewDomainDialog</name>
    <message>
        <source>New security domain</source>
        <translation>Neue Sicherheitsdomäne</translation>
    </message>
    <message>
        <source>It inherits every policy of the domain above, until it is given its own.</source>
        <translation>Sie erbt jede Richtlinie der Domäne darüber, bis sie eigene erhält.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Below</source>
        <translation>&amp;Unterhalb von</translation>
    </message>
    <message>
        <source>Create domain</source>
        <translation>Domäne anlegen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::NotificationList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>holdfast::views::NotificationSettingsDialog</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>What needs somebody stands on the page “Overview”. The service tells these people by e-mail as well: at once, and once a day while it lasts.</source>
        <translation>Was jemanden braucht, steht auf der Seite „Übersicht“. Der Dienst sagt es diesen Personen auch per E-Mail: sofort und einmal am Tag, solange es andauert.</translation>
    </message>
    <message>
        <source>Send test e-mail</source>
        <translation>Test-E-Mail senden</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>&amp;E-mail to</source>
        <translation>&amp;E-Mail an</translation>
    </message>
    <message>
        <source>Several with commas between them.</source>
        <translation>Mehrere mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>&amp;Tokens expire within (days)</source>
        <translation>&amp;Token laufen ab innerhalb von (Tage)</translation>
    </message>
    <message>
        <source>&amp;Keep results of reports (days)</source>
        <translation>&amp;Ergebnisse von Berichten aufbewahren (Tage)</translation>
    </message>
    <message>
        <source>Mass lockout: &amp;accounts</source>
        <translation>Massensperre: &amp;Konten</translation>
    </message>
    <message>
        <source>Mass lockout: within (&amp;minutes)</source>
        <translation>Massensperre: innerhalb von (&amp;Minuten)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The service sends no e-mail: smtp-server is not in its configuration. What needs somebody stands on the page “Overview” all the same.</source>
        <translation>Der Dienst sendet keine E-Mail: smtp-server steht nicht in seiner Konfiguration. Was jemanden braucht, steht trotzdem auf der Seite „Übersicht“.</translation>
    </message>
    <message>
        <source>Sent over %1, from %2.</source>
        <translation>Gesendet über %1, von %2.</translation>
    </message>
    <message numerus="yes">
        <source>Sent over %1. %n message(s) wait: %2</source>
        <translation>
            <numerusform>Gesendet über %1. %n Nachricht wartet: %2</numerusform>
            <numerusform>Gesendet über %1. %n Nachrichten warten: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings of the notifications are saved.</source>
        <translation>Die Einstellungen der Benachrichtigungen sind gespeichert.</translation>
    </message>
    <message>
        <source>The mail server took the message. Has it arrived?</source>
        <translation>Der Mailserver hat die Nachricht angenommen. Ist sie angekommen?</translation>
    </message>
</context>
<context>
    <name>holdfast::views::OfflineCodeDialog</name>
    <message>
        <source>Offline emergency code for %1</source>
        <translation>Offline-Notfallcode für %1</translation>
    </message>
    <message>
        <source>INC-1234, at a customer&apos;s</source>
        <translation>INC-1234, beim Kunden</translation>
    </message>
    <message>
        <source>&amp;Where does the caller sit?</source>
        <translation>&amp;Wo sitzt der Anrufer?</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket</source>
        <translation>&amp;Grund oder Ticket</translation>
    </message>
    <message>
        <source>What is missing?</source>
        <translation>Was fehlt?</translation>
    </message>
    <message>
        <source>1   The token: lost, or not at hand</source>
        <translation>1   Das Token: verloren oder nicht zur Hand</translation>
    </message>
    <message>
        <source>2   The PIN: forgotten, or token and PIN</source>
        <translation>2   Die PIN: vergessen, oder Token und PIN</translation>
    </message>
    <message>
        <source>Offline emergency code</source>
        <translation>Offline-Notfallcode</translation>
    </message>
    <message>
        <source>A code to be typed after the PIN. Works until %1.</source>
        <translation>Ein Code, der nach der PIN getippt wird. Gilt bis %1.</translation>
    </message>
    <message>
        <source>A code to be typed alone, in place of both. Works until %1.</source>
        <translation>Ein Code, der allein getippt wird, anstelle von beidem. Gilt bis %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Token lost or not at hand</source>
        <translation>Token verloren oder nicht zur Hand</translation>
    </message>
    <message>
        <source>PIN forgotten</source>
        <translation>PIN vergessen</translation>
    </message>
    <message>
        <source>It works on %1 alone, until %2.</source>
        <translation>Er gilt nur auf %1, bis %2.</translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types the PIN and directly after it this code.</source>
        <translation>Wo der Passcode verlangt wird, tippt der Anrufer die PIN und direkt dahinter diesen Code.</translation>
    </message>
    <message>
        <source>Where the passcode is asked for, the caller types this code alone, without a PIN.</source>
        <translation>Wo der Passcode verlangt wird, tippt der Anrufer diesen Code allein, ohne PIN.</translation>
    </message>
    <message>
        <source>It is shown this once. A new one takes its place when the workstation is in touch again.</source>
        <translation>Er wird nur dieses eine Mal gezeigt. Ein neuer tritt an seine Stelle, sobald der Arbeitsplatz wieder Kontakt hat.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The workstation already has this code; it works there without a network. It can be read out once.</source>
        <translation>Der Arbeitsplatz hat diesen Code schon; er gilt dort ohne Netz. Er kann einmal vorgelesen werden.</translation>
    </message>
    <message>
        <source>1   Answer a challenge…</source>
        <translation>1   Aufgabe beantworten…</translation>
    </message>
    <message>
        <source>If left empty, the event says what was missing.</source>
        <translation>Bleibt es leer, nennt das Ereignis, was fehlte.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The clipboard is cleared after a minute.</source>
        <translation>Die Zwischenablage wird nach einer Minute geleert.</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in a minute.</source>
        <translation>Kopiert. Die Zwischenablage wird in einer Minute geleert.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Spell</source>
        <translation>Buchstabieren</translation>
    </message>
    <message>
        <source>Shows the code in words, as it is said on the telephone</source>
        <translation>Zeigt den Code in Worten, wie man ihn am Telefon sagt</translation>
    </message>
    <message>
        <source>In place of the token&apos;s code</source>
        <translation>Anstelle des Codes vom Token</translation>
    </message>
    <message>
        <source>In place of PIN and token</source>
        <translation>Anstelle von PIN und Token</translation>
    </message>
    <message>
        <source>It is shown this once. It works until the next contact of the workstation, which takes the offline data away.</source>
        <translation>Er wird nur dieses eine Mal gezeigt. Er gilt bis zum nächsten Kontakt des Arbeitsplatzes, der die Offline-Daten entfernt.</translation>
    </message>
    <message>
        <source>It is shown this once. It works until the next logon there with a network, which brings another.</source>
        <translation>Er wird nur dieses eine Mal gezeigt. Er gilt bis zur nächsten Anmeldung dort mit Netz, die einen anderen bringt.</translation>
    </message>
    <message>
        <source>It is shown this once. Nothing replaces it before.</source>
        <translation>Er wird nur dieses eine Mal gezeigt. Vorher ersetzt ihn nichts.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::OfflineExplainDialog</name>
    <message>
        <source>&amp;Copy for the ticket</source>
        <translation>Für das Ticket &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;On which workstation?</source>
        <translation>&amp;Auf welchem Arbeitsplatz?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Any workstation of %1</source>
        <translation>Irgendein Arbeitsplatz von %1</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>Der Dienst wird gefragt…</translation>
    </message>
    <message>
        <source>This could not be explained</source>
        <translation>Das ließ sich nicht erklären</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copied. Paste it into the ticket.</source>
        <translation>Kopiert. Fügen Sie es in das Ticket ein.</translation>
    </message>
    <message>
        <source>Offline days of %1</source>
        <translation>Offline-Tage von %1</translation>
    </message>
    <message>
        <source>Another workstation…</source>
        <translation>Anderer Arbeitsplatz…</translation>
    </message>
    <message>
        <source>Which workstation? Its name</source>
        <translation>Welcher Arbeitsplatz? Sein Name</translation>
    </message>
    <message>
        <source>No workstation is enrolled yet.</source>
        <translation>Noch ist kein Arbeitsplatz aufgenommen.</translation>
    </message>
    <message>
        <source>Choose a workstation</source>
        <translation>Wählen Sie einen Arbeitsplatz</translation>
    </message>
</context>
<context>
    <name>holdfast::views::OfflineVerdicts</name>
    <message>
        <source>Characters that are typed, for each length of PIN</source>
        <translation>Getippte Zeichen, je Länge der PIN</translation>
    </message>
    <message>
        <source>Which tokens work offline</source>
        <translation>Welche Token offline gelten</translation>
    </message>
</context>
<context>
    <name>holdfast::views::OptionalDate</name>
    <message>
        <source>On a certain day</source>
        <translation>An einem bestimmten Tag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>holdfast::views::OverviewPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Erfordert Aufmerksamkeit</translation>
    </message>
    <message>
        <source>How things stand</source>
        <translation>Stand der Dinge</translation>
    </message>
    <message>
        <source>Nothing needs you now: nobody is locked out, and no token runs out soon.</source>
        <translation>Jetzt ist nichts zu tun: Niemand ist gesperrt, und kein Token läuft bald ab.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>The overview could not be loaded</source>
        <translation>Die Übersicht konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Three steps to the first logon</source>
        <translation>Drei Schritte zur ersten Anmeldung</translation>
    </message>
    <message>
        <source>Read in the file that came with the tokens (PSKC or sdtid).</source>
        <translation>Lesen Sie die Datei ein, die mit den Token kam (PSKC oder sdtid).</translation>
    </message>
    <message>
        <source>Import tokens…</source>
        <translation>Token importieren…</translation>
    </message>
    <message>
        <source>Name a person, then assign a token on the card.</source>
        <translation>Benennen Sie eine Person und weisen Sie auf der Karte einen Token zu.</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>Neuer Benutzer…</translation>
    </message>
    <message>
        <source>Give the VPN or another program a key to ask this service with.</source>
        <translation>Geben Sie dem VPN oder einem anderen Programm einen Schlüssel, mit dem es diesen Dienst fragt.</translation>
    </message>
    <message>
        <source>API clients…</source>
        <translation>API-Clients…</translation>
    </message>
    <message>
        <source>Latest activity</source>
        <translation>Neueste Aktivität</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::Pages</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>home</source>
        <translation>start</translation>
    </message>
    <message>
        <source>dashboard</source>
        <translation>dashboard</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personen</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>konten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>authenticators</source>
        <translation>authentifikatoren</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>seriennummer</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>lockout</source>
        <translation>sperre</translation>
    </message>
    <message>
        <source>domains</source>
        <translation>domänen</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>events</source>
        <translation>ereignisse</translation>
    </message>
    <message>
        <source>log</source>
        <translation>protokoll</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>audit</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>administrators</source>
        <translation>administratoren</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>rollen</translation>
    </message>
    <message>
        <source>API clients</source>
        <translation>API-Clients</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>schlüssel</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Jobs and bin</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>bulk</source>
        <translation>Sammelaktion</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>wiederherstellen</translation>
    </message>
    <message>
        <source>Workstations</source>
        <translation>Arbeitsplätze</translation>
    </message>
    <message>
        <source>computers</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>laptops</source>
        <translation>Laptops</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>enrol</source>
        <translation>aufnehmen</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Offline-Vorrat</translation>
    </message>
    <message>
        <source>days left</source>
        <translation>Tage übrig</translation>
    </message>
    <message>
        <source>board</source>
        <translation>Tafel</translation>
    </message>
</context>
<context>
    <name>holdfast::views::PasswordField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message numerus="yes">
        <source>Too short: %n more character(s).</source>
        <translation>
            <numerusform>Zu kurz: noch %n Zeichen.</numerusform>
            <numerusform>Zu kurz: noch %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Weak: the same characters again and again.</source>
        <translation>Schwach: immer wieder dieselben Zeichen.</translation>
    </message>
    <message>
        <source>Fair: a few more words would help.</source>
        <translation>Brauchbar: ein paar Wörter mehr würden helfen.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::PdfReport</name>
    <message>
        <source>%1 – page %2</source>
        <translation>%1 – Seite %2</translation>
    </message>
</context>
<context>
    <name>holdfast::views::PickList</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Nichts passt zu „%1“.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::PoliciesPage</name>
    <message>
        <source>Security domains</source>
        <translation>Sicherheitsdomänen</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>New domain</source>
        <translation>Neue Domäne</translation>
    </message>
    <message>
        <source>Loading domains…</source>
        <translation>Domänen werden geladen…</translation>
    </message>
    <message>
        <source>The domains could not be loaded</source>
        <translation>Die Domänen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 is created. It inherits every policy.</source>
        <translation>%1 ist angelegt und erbt jede Richtlinie.</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben nach…</translation>
    </message>
    <message>
        <source>The domain is %1 now.</source>
        <translation>Die Domäne ist jetzt %1.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::PolicyForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Lock accounts after wrong codes</source>
        <translation>Konten nach falschen Codes sperren</translation>
    </message>
    <message>
        <source>Without a lock, codes can be guessed for as long as somebody likes.</source>
        <translation>Ohne Sperre kann man Codes raten, solange man will.</translation>
    </message>
    <message>
        <source>&amp;Wrong codes in a row</source>
        <translation>&amp;Falsche Codes in Folge</translation>
    </message>
    <message>
        <source>So many lock the account. A good code starts the count anew.</source>
        <translation>So viele sperren das Konto. Ein richtiger Code beginnt die Zählung neu.</translation>
    </message>
    <message>
        <source>&amp;Counted within</source>
        <translation>&amp;Zeitraum der Zählung</translation>
    </message>
    <message>
        <source>Older failures are forgotten.</source>
        <translation>Ältere Fehlversuche sind vergessen.</translation>
    </message>
    <message>
        <source>&amp;Unlocked by</source>
        <translation>&amp;Entsperrt durch</translation>
    </message>
    <message>
        <source>Unlocked &amp;after</source>
        <translation>Sperr&amp;dauer</translation>
    </message>
    <message>
        <source>Counts only where time unlocks.</source>
        <translation>Zählt nur, wo die Zeit entsperrt.</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>N&amp;otizen</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>&amp;Shortest PIN</source>
        <translation>&amp;Kürzeste PIN</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>&amp;Longest PIN</source>
        <translation>&amp;Längste PIN</translation>
    </message>
    <message>
        <source>Made &amp;of</source>
        <translation>&amp;Bestehend aus</translation>
    </message>
    <message>
        <source>PINs of software tokens are digits in any case.</source>
        <translation>PINs von Softwaretoken sind immer Ziffern.</translation>
    </message>
    <message>
        <source>Tokencodes</source>
        <translation>Tokencodes</translation>
    </message>
    <message>
        <source>Ask for the next code after</source>
        <translation>Nächsten Code verlangen nach</translation>
    </message>
    <message>
        <source>wrong codes</source>
        <translation>Fehlversuch(en)</translation>
    </message>
    <message>
        <source>Whoever guessed right once must be right twice. 0: never.</source>
        <translation>Wer einmal richtig riet, muss zweimal richtig liegen. 0: nie.</translation>
    </message>
    <message>
        <source>Accepted at once within</source>
        <translation>Abweichung, sofort angenommen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritt(e)</translation>
    </message>
    <message>
        <source>To either side of the token&apos;s own clock.</source>
        <translation>Nach beiden Seiten der Uhr des Tokens.</translation>
    </message>
    <message>
        <source>Accepted with the next code within</source>
        <translation>Abweichung mit nächstem Code</translation>
    </message>
    <message>
        <source>Counter tokens look ahead</source>
        <translation>Vorausschau bei Zähler-Token</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>&amp;Proposed life</source>
        <translation>&amp;Vorgeschlagene Gültigkeit</translation>
    </message>
    <message>
        <source>Longest life that may be &amp;given</source>
        <translation>Längste &amp;erlaubte Gültigkeit</translation>
    </message>
    <message>
        <source>No&amp;tes</source>
        <translation>No&amp;tizen</translation>
    </message>
    <message>
        <source>Let people log on to a workstation without a network</source>
        <translation>Anmeldung an Arbeitsplätzen ohne Netz erlauben</translation>
    </message>
    <message>
        <source>&amp;Days granted at each contact</source>
        <translation>Ta&amp;ge Vorrat je Kontakt</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>&amp;Warn when so many are left</source>
        <translation>&amp;Warnen bei so vielen übrigen</translation>
    </message>
    <message>
        <source>Wrong &amp;passcodes offline</source>
        <translation>Falsche &amp;Passcodes offline</translation>
    </message>
    <message>
        <source>After so many only an emergency passcode or an online logon is taken.</source>
        <translation>Nach so vielen zählt nur ein Notfallpasscode oder eine Online-Anmeldung.</translation>
    </message>
    <message>
        <source>&amp;Shortest passcode</source>
        <translation>&amp;Kürzester Passcode</translation>
    </message>
    <message>
        <source>Counts what is typed: PIN and tokencode together.</source>
        <translation>Zählt, was eingegeben wird: PIN und Tokencode zusammen.</translation>
    </message>
    <message>
        <source>Also taken, although weaker</source>
        <translation>Auch angenommen, obwohl schwächer</translation>
    </message>
    <message>
        <source>Passcodes mixed by an app, which are shorter</source>
        <translation>Von einer App gemischte Passcodes, die kürzer sind</translation>
    </message>
    <message>
        <source>Tokens without a PIN</source>
        <translation>Token ohne PIN</translation>
    </message>
    <message>
        <source>Fixed passcodes</source>
        <translation>Feste Passcodes</translation>
    </message>
    <message>
        <source>Emergency codes on the workstation</source>
        <translation>Notfallcodes auf dem Arbeitsplatz</translation>
    </message>
    <message>
        <source>Keep one that replaces the tokencode</source>
        <translation>Einen bereithalten, der den Tokencode ersetzt</translation>
    </message>
    <message>
        <source>Keep one that replaces PIN and tokencode</source>
        <translation>Einen bereithalten, der PIN und Tokencode ersetzt</translation>
    </message>
    <message>
        <source>Letters as well as digits</source>
        <translation>Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>&amp;Life</source>
        <translation>Gü&amp;ltigkeit</translation>
    </message>
    <message>
        <source>Report offline logons at the next contact</source>
        <translation>Offline-Anmeldungen beim nächsten Kontakt melden</translation>
    </message>
    <message>
        <source>Usual within 90 days</source>
        <translation>Üblich in 90 Tagen</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>For one person. More is warned of. 0: no quota.</source>
        <translation>Für eine Person. Vor mehr wird gewarnt. 0: kein Kontingent.</translation>
    </message>
    <message>
        <source>Refuse more than that</source>
        <translation>Mehr als das ablehnen</translation>
    </message>
    <message>
        <source>Somebody whose role may overrule the quota can still issue codes, with a reason.</source>
        <translation>Wessen Rolle das Kontingent überschreiten darf, kann mit einer Begründung weitere Codes ausstellen.</translation>
    </message>
    <message>
        <source>Verifying callers</source>
        <translation>Anrufende überprüfen</translation>
    </message>
    <message>
        <source>Give nothing out before the caller is verified</source>
        <translation>Nichts herausgeben, bevor die anrufende Person überprüft ist</translation>
    </message>
    <message>
        <source>A token&apos;s code is worth 100 points, a call back 50, a manager&apos;s word 50, questions up to 60.</source>
        <translation>Der Code eines Tokens zählt 100 Punkte, ein Rückruf 50, das Wort von Vorgesetzten 50, Fragen bis zu 60.</translation>
    </message>
    <message>
        <source>Use the strict preset</source>
        <translation>Strenge Vorgabe übernehmen</translation>
    </message>
    <message>
        <source>Before an account is unlocked, too</source>
        <translation>Auch bevor ein Konto entsperrt wird</translation>
    </message>
    <message>
        <source>To clear a PIN or mark a token found</source>
        <translation>Um eine PIN zu löschen oder einen Token als gefunden zu melden</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>To issue codes or give out a token</source>
        <translation>Um Codes auszustellen oder einen Token auszugeben</translation>
    </message>
    <message>
        <source>More on an administrator&apos;s account</source>
        <translation>Mehr beim Konto eines Administrators</translation>
    </message>
    <message>
        <source>Twice as many on a Super Administrator&apos;s.</source>
        <translation>Doppelt so viele beim Konto eines Super-Administrators.</translation>
    </message>
    <message>
        <source>A caller stays verified for</source>
        <translation>Überprüft bleibt man für</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>On an administrator&apos;s account a second administrator must approve</source>
        <translation>Beim Konto eines Administrators muss ein zweiter Administrator freigeben</translation>
    </message>
    <message>
        <source>&amp;Made up</source>
        <translation>&amp;Gewählt</translation>
    </message>
    <message>
        <source>A PIN made up by the service is shown once, at the logon that asks for it.</source>
        <translation>Eine vom Dienst gewählte PIN wird einmal gezeigt: bei der Anmeldung, die sie verlangt.</translation>
    </message>
    <message>
        <source>Must be &amp;changed after</source>
        <translation>&amp;Muss geändert werden nach</translation>
    </message>
    <message>
        <source>0: never.</source>
        <translation>0: nie.</translation>
    </message>
    <message>
        <source>&amp;Earlier PINs refused</source>
        <translation>&amp;Frühere PINs abgelehnt</translation>
    </message>
    <message>
        <source>The present one is refused in any case.</source>
        <translation>Die jetzige wird immer abgelehnt.</translation>
    </message>
    <message>
        <source>Refuse 1111, 1234, 4321, 1212 and the like</source>
        <translation>1111, 1234, 4321, 1212 und Ähnliches ablehnen</translation>
    </message>
    <message>
        <source>E&amp;xcluded words and numbers</source>
        <translation>A&amp;usgeschlossene Wörter und Zahlen</translation>
    </message>
    <message>
        <source>One a line, such as the company&apos;s name or its telephone number. No PIN may hold one of them, forwards or backwards. PINs that were chosen before stay.</source>
        <translation>Eines je Zeile, etwa der Firmenname oder ihre Telefonnummer. Keine PIN darf eines davon enthalten, vorwärts oder rückwärts. Früher gewählte PINs bleiben.</translation>
    </message>
    <message>
        <source>Codes of tokens that count, for each da&amp;y</source>
        <translation>Codes von Token, die &amp;zählen, je Tag</translation>
    </message>
    <message>
        <source>Granted for each offline day, and a fifth more. Tokens that show the time need none.</source>
        <translation>Gewährt je Offline-Tag, und ein Fünftel mehr. Token, die die Zeit nutzen, brauchen keine.</translation>
    </message>
    <message>
        <source>Whom to as&amp;k</source>
        <translation>Ansprec&amp;hstelle</translation>
    </message>
    <message>
        <source>Told at the workstation where somebody is refused. A new text comes with the next renewal.</source>
        <translation>Wird am Arbeitsplatz genannt, wenn jemand abgewiesen wird. Ein neuer Text kommt mit der nächsten Erneuerung.</translation>
    </message>
    <message>
        <source>Help desk, extension 4711</source>
        <translation>Helpdesk, Durchwahl 4711</translation>
    </message>
    <message>
        <source>Days and tries</source>
        <translation>Tage und Versuche</translation>
    </message>
    <message>
        <source>The help desk may answer challenges by telephone</source>
        <translation>Helpdesk darf Aufgaben am Telefon beantworten</translation>
    </message>
</context>
<context>
    <name>holdfast::views::PolicyHistoryDialog</name>
    <message>
        <source>History of “%1”</source>
        <translation>Verlauf von „%1“</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Diese Version wiederherstellen</translation>
    </message>
    <message>
        <source>Loading the versions…</source>
        <translation>Versionen werden geladen…</translation>
    </message>
    <message>
        <source>The history could not be loaded</source>
        <translation>Der Verlauf konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This is the policy of now.</source>
        <translation>Das ist die jetzige Richtlinie.</translation>
    </message>
    <message>
        <source>This is the policy of now; its last change:</source>
        <translation>Das ist die jetzige Richtlinie; ihre letzte Änderung:</translation>
    </message>
    <message>
        <source>The settings of now are the same as those of version %1.</source>
        <translation>Die jetzigen Einstellungen sind die gleichen wie in Version %1.</translation>
    </message>
    <message>
        <source>Restoring version %1 would change:</source>
        <translation>Version %1 wiederherzustellen würde ändern:</translation>
    </message>
</context>
<context>
    <name>holdfast::views::PolicyImpact</name>
    <message>
        <source>What this would change</source>
        <translation>Was das ändern würde</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>It could not be computed: %1</source>
        <translation>Nicht berechenbar: %1</translation>
    </message>
    <message>
        <source>As things are now, nobody would notice it.</source>
        <translation>Nach jetzigem Stand würde es niemand merken.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::PolicyPanel</name>
    <message>
        <source>Choose another…</source>
        <translation>Andere wählen…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Kind of policy</source>
        <translation>Art der Richtlinie</translation>
    </message>
    <message>
        <source>The policy is applied.</source>
        <translation>Die Richtlinie ist angewandt.</translation>
    </message>
    <message>
        <source>No domain is chosen</source>
        <translation>Keine Domäne gewählt</translation>
    </message>
    <message>
        <source>Choose one in the tree.</source>
        <translation>Wählen Sie eine im Baum.</translation>
    </message>
    <message>
        <source>Everywhere (the root domain)</source>
        <translation>Überall (Wurzeldomäne)</translation>
    </message>
    <message>
        <source>Your changes here are not applied yet. Apply or revert them first.</source>
        <translation>Ihre Änderungen hier sind noch nicht angewandt. Wenden Sie sie an oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>Loading the policy…</source>
        <translation>Richtlinie wird geladen…</translation>
    </message>
    <message>
        <source>This policy could not be loaded</source>
        <translation>Diese Richtlinie konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Somebody else has changed this policy meanwhile. Take their version and do yours again, or overwrite theirs.</source>
        <translation>Jemand anderes hat diese Richtlinie inzwischen geändert. Übernehmen Sie die fremde Fassung und wiederholen Sie Ihre Änderung, oder überschreiben Sie sie.</translation>
    </message>
    <message>
        <source>Overwrite theirs</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Fremde übernehmen</translation>
    </message>
    <message>
        <source>This is the default: changes apply wherever nothing else is set.</source>
        <translation>Das ist der Standard: Änderungen gelten, wo nichts anderes gesetzt ist.</translation>
    </message>
    <message>
        <source>Set on %1; changes apply there and below.</source>
        <translation>Gesetzt für %1; Änderungen gelten dort und darunter.</translation>
    </message>
    <message>
        <source>%1 now takes “%2”.</source>
        <translation>Für %1 gilt jetzt „%2“.</translation>
    </message>
    <message>
        <source>Settings of the policy</source>
        <translation>Einstellungen der Richtlinie</translation>
    </message>
    <message>
        <source>Every value below is set on this domain.</source>
        <translation>Jeder Wert unten ist für diese Domäne gesetzt.</translation>
    </message>
    <message>
        <source>Every value below is inherited from %1.</source>
        <translation>Jeder Wert unten ist von %1 geerbt.</translation>
    </message>
    <message>
        <source>Every value below is that of the default policy.</source>
        <translation>Jeder Wert unten ist der der Standardrichtlinie.</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf…</translation>
    </message>
    <message>
        <source>Version %1 of the policy is in force again.</source>
        <translation>Version %1 der Richtlinie gilt wieder.</translation>
    </message>
    <message>
        <source>Your changes for one domain alone, everybody else as before</source>
        <translation>Ihre Änderungen für eine Domäne allein, alle anderen wie bisher</translation>
    </message>
    <message>
        <source>What now?</source>
        <translation>Was nun?</translation>
    </message>
    <message>
        <source>Decisions of the draft</source>
        <translation>Entscheidungen des Entwurfs</translation>
    </message>
    <message>
        <source>Take the draft into the editor</source>
        <translation>Entwurf in den Editor nehmen</translation>
    </message>
    <message>
        <source>End it without a change</source>
        <translation>Ohne Änderung beenden</translation>
    </message>
    <message>
        <source>%1 takes your changes; everybody else goes on as before.</source>
        <translation>%1 nimmt Ihre Änderungen; für alle anderen bleibt es wie bisher.</translation>
    </message>
    <message>
        <source>&amp;Try without effect</source>
        <translation>Ohne Wirkung &amp;proben</translation>
    </message>
    <message>
        <source>Try in &amp;one domain…</source>
        <translation>In &amp;einer Domäne proben …</translation>
    </message>
    <message>
        <source>The policy stays as it is: the activity tells what your changes would have decided differently</source>
        <translation>Die Richtlinie bleibt, wie sie ist: die Aktivität zeigt, was Ihre Änderungen anders entschieden hätten</translation>
    </message>
    <message>
        <source>Show what it would have decided differently</source>
        <translation>Zeigen, was er anders entschieden hätte</translation>
    </message>
</context>
<context>
    <name>holdfast::views::QrView</name>
    <message>
        <source>QR code for the app</source>
        <translation>QR-Code für die App</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReadinessBar</name>
    <message numerus="yes">
        <source>%n could not be changed: %1</source>
        <translation>
            <numerusform>%n ließ sich nicht ändern: %1</numerusform>
            <numerusform>%n ließen sich nicht ändern: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is copied. Paste it into your mail.</source>
        <translation>Der Text ist kopiert. Fügen Sie ihn in Ihre E-Mail ein.</translation>
    </message>
    <message>
        <source>E&amp;xtend for a trip…</source>
        <translation>Für &amp;Reise verlängern…</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>S&amp;perren…</translation>
    </message>
    <message>
        <source>Copy a mai&amp;l text</source>
        <translation>E-&amp;Mail-Text kopieren</translation>
    </message>
    <message>
        <source>Rene&amp;w</source>
        <translation>&amp;Erneuern</translation>
    </message>
    <message>
        <source>At the next contact of the workstation, or at the next logon there where only that can</source>
        <translation>Beim nächsten Kontakt des Arbeitsplatzes, oder bei der nächsten Anmeldung dort, wo nur sie es kann</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>So many cannot be taken at once: narrow the list with its filter, or choose fewer.</source>
        <translation>So viele auf einmal gehen nicht: grenzen Sie die Liste mit ihrem Filter ein, oder wählen Sie weniger.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked: the workstation removes the offline data at its next contact.</source>
        <translation>
            <numerusform>%Ln gesperrt: der Arbeitsplatz entfernt die Offline-Daten beim nächsten Kontakt.</numerusform>
            <numerusform>%Ln gesperrt: die Arbeitsplätze entfernen die Offline-Daten beim nächsten Kontakt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nobody to write to. %1</source>
        <translation>Es gibt niemanden, dem zu schreiben wäre. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: nothing renews them.</source>
        <translation>
            <numerusform>%Ln ausgelassen: nichts erneuert sie.</numerusform>
            <numerusform>%Ln ausgelassen: nichts erneuert sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReadinessPage</name>
    <message>
        <source>Readiness</source>
        <translation>Offline-Vorrat</translation>
    </message>
    <message>
        <source>Filter by person, workstation or serial</source>
        <translation>Nach Person, Arbeitsplatz oder Seriennummer filtern</translation>
    </message>
    <message>
        <source>Loading the board…</source>
        <translation>Die Tafel wird geladen…</translation>
    </message>
    <message>
        <source>Nobody holds offline data yet</source>
        <translation>Noch hält niemand Offline-Daten</translation>
    </message>
    <message>
        <source>They come with the first logon at an enrolled workstation, where the offline policy allows it.</source>
        <translation>Sie kommen mit der ersten Anmeldung an einem aufgenommenen Arbeitsplatz, wo die Offline-Richtlinie es erlaubt.</translation>
    </message>
    <message>
        <source>Workstations</source>
        <translation>Arbeitsplätze</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Export the board</source>
        <translation>Tafel exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Ex&amp;port as CSV</source>
        <translation>Als CSV e&amp;xportieren</translation>
    </message>
    <message>
        <source>No offline data match</source>
        <translation>Keine Offline-Daten passen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::RenameWorkstationDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>In the console alone: the computer itself keeps its name.</source>
        <translation>Nur in der Konsole: der Rechner selbst behält seinen Namen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReplaceTokenDialog</name>
    <message>
        <source>Replace token %1</source>
        <translation>Token %1 ersetzen</translation>
    </message>
    <message>
        <source>The old token goes on working until the new one is used for the first time.</source>
        <translation>Der alte Token gilt weiter, bis der neue zum ersten Mal benutzt wird.</translation>
    </message>
    <message>
        <source>The PIN stays the same</source>
        <translation>Die PIN bleibt gleich</translation>
    </message>
    <message>
        <source>Serial number of the new token</source>
        <translation>Seriennummer des neuen Tokens</translation>
    </message>
    <message>
        <source>There is no token left to assign. Import some first.</source>
        <translation>Es ist kein Token zum Zuweisen übrig. Importieren Sie zuerst welche.</translation>
    </message>
    <message>
        <source>Replace token</source>
        <translation>Token ersetzen</translation>
    </message>
    <message>
        <source>The new token takes over at its first use.</source>
        <translation>Der neue Token übernimmt bei seiner ersten Benutzung.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReportEditor</name>
    <message>
        <source>Save as file…</source>
        <translation>Als Datei speichern…</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Move the column to the front</source>
        <translation>Spalte nach vorn rücken</translation>
    </message>
    <message>
        <source>Move the column to the back</source>
        <translation>Spalte nach hinten rücken</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>First rows of the report</source>
        <translation>Erste Zeilen des Berichts</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>Format der Datei</translation>
    </message>
    <message>
        <source>PDF (paper)</source>
        <translation>PDF (Papier)</translation>
    </message>
    <message>
        <source>Save changes…</source>
        <translation>Änderungen speichern…</translation>
    </message>
    <message>
        <source>%1. %2 (time zone of the service: %3).</source>
        <translation>%1. %2 (Zeitzone des Dienstes: %3).</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message numerus="yes">
        <source>All %n rows, as of now</source>
        <translation>
            <numerusform>Die eine Zeile, Stand jetzt</numerusform>
            <numerusform>Alle %n Zeilen, Stand jetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n, as of now</source>
        <translation>
            <numerusform>Die erste, Stand jetzt</numerusform>
            <numerusform>Die ersten %n, Stand jetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>Nichts zu berichten</translation>
    </message>
    <message>
        <source>Nothing matches what restricts the report.</source>
        <translation>Nichts entspricht dem, was den Bericht einschränkt.</translation>
    </message>
    <message>
        <source>There is nothing of this kind now.</source>
        <translation>Davon gibt es jetzt nichts.</translation>
    </message>
    <message>
        <source>The first rows could not be read</source>
        <translation>Die ersten Zeilen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>What restricts the report</source>
        <translation>Was den Bericht einschränkt</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReportExportBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the file</source>
        <translation>Die Datei abbrechen</translation>
    </message>
    <message>
        <source>Reading the report: %1</source>
        <translation>Der Bericht wird gelesen: %1</translation>
    </message>
    <message>
        <source>Painting page %1 (%2 %)</source>
        <translation>Seite %1 wird gezeichnet (%2 %)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Reading the report…</source>
        <translation>Der Bericht wird gelesen…</translation>
    </message>
    <message>
        <source>It was cancelled; nothing was written.</source>
        <translation>Es wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReportFilters</name>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>As above the list</source>
        <translation>Wie über der Liste</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReportJobsTab</name>
    <message>
        <source>Runs of reports</source>
        <translation>Läufe von Berichten</translation>
    </message>
    <message>
        <source>Loading runs…</source>
        <translation>Läufe werden geladen…</translation>
    </message>
    <message>
        <source>No report has run yet</source>
        <translation>Noch ist kein Bericht gelaufen</translation>
    </message>
    <message>
        <source>Save a report, then run it or give it a schedule: its results are kept here for a while.</source>
        <translation>Speichern Sie einen Bericht, und führen Sie ihn aus oder geben Sie ihm einen Zeitplan: Seine Ergebnisse werden hier eine Weile aufbewahrt.</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>Save result…</source>
        <translation>Ergebnis speichern…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Anhalten…</translation>
    </message>
    <message>
        <source>Save result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>Remove this run of “%1”?</source>
        <translation>Diesen Lauf von „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Stop “%1”?</source>
        <translation>„%1“ anhalten?</translation>
    </message>
    <message>
        <source>Its result is removed with it.</source>
        <translation>Sein Ergebnis wird mit entfernt.</translation>
    </message>
    <message>
        <source>What it has written so far is removed.</source>
        <translation>Was er bisher geschrieben hat, wird entfernt.</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>Lauf entfernen</translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation>Lauf anhalten</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ReportsPage</name>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>“%1” runs now; its result will be under “Runs”.</source>
        <translation>„%1“ läuft jetzt; das Ergebnis wird unter „Läufe“ stehen.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Loading reports…</source>
        <translation>Berichte werden geladen…</translation>
    </message>
    <message>
        <source>The reports could not be loaded</source>
        <translation>Die Berichte konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Save report as file</source>
        <translation>Bericht als Datei speichern</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>Delete the saved report “%1”?</source>
        <translation>Den gespeicherten Bericht „%1“ löschen?</translation>
    </message>
    <message>
        <source>It runs no more. Results that are there stay under “Runs” for their time.</source>
        <translation>Er läuft nicht mehr. Vorhandene Ergebnisse bleiben ihre Zeit lang unter „Läufe“.</translation>
    </message>
    <message>
        <source>Delete report</source>
        <translation>Bericht löschen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::RestoreDialog</name>
    <message>
        <source>The token comes back unassigned. Codes that were used stay used.</source>
        <translation>Der Token kommt ohne Zuweisung zurück. Benutzte Codes bleiben benutzt.</translation>
    </message>
    <message>
        <source>The account comes back with the tokens that are still free; their first logon asks for a new PIN. Roles and password have to be given anew.</source>
        <translation>Das Konto kommt mit den Token zurück, die noch frei sind; deren erste Anmeldung verlangt eine neue PIN. Rollen und Passwort sind neu zu vergeben.</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Logon name</source>
        <translation>&amp;Anmeldename</translation>
    </message>
    <message>
        <source>Another one, if somebody else has it by now.</source>
        <translation>Ein anderer, wenn ihn inzwischen jemand anders hat.</translation>
    </message>
    <message>
        <source>Security &amp;domain</source>
        <translation>&amp;Sicherheitsdomäne</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation>%1 ist wiederhergestellt.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) given back.</source>
        <translation>
            <numerusform>%n Token zurückgegeben.</numerusform>
            <numerusform>%n Token zurückgegeben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::ResyncDialog</name>
    <message>
        <source>Resynchronise token %1</source>
        <translation>Token %1 abgleichen</translation>
    </message>
    <message>
        <source>Ask for the code on the display now, without PIN, then for the next one once it has changed.</source>
        <translation>Lassen Sie sich den Code nennen, der jetzt angezeigt wird, ohne PIN, und nach dem Wechsel den nächsten.</translation>
    </message>
    <message>
        <source>Ask for a code without PIN, then for another one.</source>
        <translation>Lassen Sie sich einen Code ohne PIN nennen, dann noch einen.</translation>
    </message>
    <message>
        <source>&amp;First code</source>
        <translation>&amp;Erster Code</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n Ziffer</numerusform>
            <numerusform>%n Ziffern</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Next code</source>
        <translation>&amp;Nächster Code</translation>
    </message>
    <message>
        <source>Resynchronise</source>
        <translation>Abgleichen</translation>
    </message>
    <message numerus="yes">
        <source>A code of this token has %n digit(s).</source>
        <translation>
            <numerusform>Ein Code dieses Tokens hat %n Ziffer.</numerusform>
            <numerusform>Ein Code dieses Tokens hat %n Ziffern.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same code twice: wait until the display changes.</source>
        <translation>Zweimal derselbe Code: Warten Sie, bis die Anzeige wechselt.</translation>
    </message>
    <message>
        <source>Token %1 is in step again.</source>
        <translation>Token %1 ist abgeglichen.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::RevokeSetsDialog</name>
    <message>
        <source>INC-1234, left the company</source>
        <translation>INC-1234, ausgeschieden</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket</source>
        <translation>&amp;Grund oder Ticket</translation>
    </message>
    <message>
        <source>Required. It stays with the event.</source>
        <translation>Erforderlich. Bleibt beim Ereignis.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Sperren</translation>
    </message>
    <message numerus="yes">
        <source>Revoke offline data on %n workstation(s)</source>
        <translation>
            <numerusform>Offline-Daten auf %n Arbeitsplatz sperren</numerusform>
            <numerusform>Offline-Daten auf %n Arbeitsplätzen sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>The workstation removes the offline data at its next contact. Until then they work there, for the service cannot reach into it. If a computer was stolen, revoke the workstation itself.</source>
        <translation>Der Arbeitsplatz entfernt die Offline-Daten beim nächsten Kontakt. Bis dahin gelten sie dort, denn der Dienst kann nicht hineingreifen. Wurde ein Rechner gestohlen, sperren Sie den Arbeitsplatz selbst.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::RevokeWorkstationDialog</name>
    <message>
        <source>Revoke %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>Wo ist er?</translation>
    </message>
    <message>
        <source>With us: it is retired, set up anew or given away</source>
        <translation>Bei uns: er wird ausgemustert, neu aufgesetzt oder weitergegeben</translation>
    </message>
    <message>
        <source>INC-1234, left on a train</source>
        <translation>INC-1234, im Zug vergessen</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket</source>
        <translation>&amp;Grund oder Ticket</translation>
    </message>
    <message>
        <source>Required. It stays with the event.</source>
        <translation>Erforderlich. Bleibt beim Ereignis.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Whoever copies its disk may guess the PIN, and codes for the days that were granted.</source>
        <translation>Wer seine Platte kopiert, kann die PIN erraten, und Codes für die gewährten Tage.</translation>
    </message>
    <message>
        <source>Revoke as stolen</source>
        <translation>Als gestohlen sperren</translation>
    </message>
    <message>
        <source>Nobody signs in with one of these tokens, anywhere, until it is enabled. Then its owner chooses a new PIN.</source>
        <translation>Mit einem dieser Token meldet sich niemand mehr an, nirgends, bis es aktiviert wird. Dann wählt sein Besitzer eine neue PIN.</translation>
    </message>
    <message>
        <source>Nobody signs in with one of these tokens, anywhere, until it is enabled. Its PIN stays, which may have been guessed by then.</source>
        <translation>Mit einem dieser Token meldet sich niemand mehr an, nirgends, bis es aktiviert wird. Seine PIN bleibt, und sie ist bis dahin vielleicht erraten.</translation>
    </message>
    <message>
        <source>The tokens used there</source>
        <translation>Die dort benutzten Token</translation>
    </message>
    <message>
        <source>Stolen or lost: somebody else may have it</source>
        <translation>Gestohlen oder verloren: jemand anders hat ihn vielleicht</translation>
    </message>
    <message>
        <source>From now on the service answers it no more.</source>
        <translation>Von jetzt an antwortet ihm der Dienst nicht mehr.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::RoleDialog</name>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>Role “%1”</source>
        <translation>Rolle „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n people have this role: a change is theirs at once.</source>
        <translation>
            <numerusform>%n Person hat diese Rolle: Eine Änderung gilt für sie sofort.</numerusform>
            <numerusform>%n Personen haben diese Rolle: Eine Änderung gilt für sie sofort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it to somebody under “Administrators”, with the domain it is for.</source>
        <translation>Vergeben Sie sie unter „Administratoren“, mit der Domäne, für die sie gilt.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What it is &amp;for</source>
        <translation>&amp;Wofür sie ist</translation>
    </message>
    <message>
        <source>Create role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>You cannot give a right that you do not hold yourself.</source>
        <translation>Sie können kein Recht vergeben, das Sie selbst nicht haben.</translation>
    </message>
    <message>
        <source>The role “%1” is saved.</source>
        <translation>Die Rolle „%1“ ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::RolesTab</name>
    <message>
        <source>New role…</source>
        <translation>Neue Rolle…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Kopieren…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>View as…</source>
        <translation>Ansehen als…</translation>
    </message>
    <message>
        <source>What each role permits</source>
        <translation>Was jede Rolle erlaubt</translation>
    </message>
    <message>
        <source>A predefined role stays as it is; copy it to make one of your own.</source>
        <translation>Eine vorgegebene Rolle bleibt, wie sie ist; kopieren Sie sie für eine eigene.</translation>
    </message>
    <message>
        <source>Somebody still has this role.</source>
        <translation>Jemand hat diese Rolle noch.</translation>
    </message>
    <message>
        <source>%1 (own)</source>
        <translation>%1 (eigene)</translation>
    </message>
    <message>
        <source>Delete the role “%1”?</source>
        <translation>Rolle „%1“ löschen?</translation>
    </message>
    <message>
        <source>Nobody has it.</source>
        <translation>Niemand hat sie.</translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>Rolle löschen</translation>
    </message>
    <message>
        <source>The role is deleted.</source>
        <translation>Die Rolle ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::SaveReportDialog</name>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>It keeps what restricts it and its columns. Run by itself, it runs with your rights of that moment, and its result is under “Runs”.</source>
        <translation>Er behält, was ihn einschränkt, und seine Spalten. Läuft er von selbst, dann mit Ihren Rechten in jenem Augenblick, und sein Ergebnis steht unter „Läufe“.</translation>
    </message>
    <message>
        <source>Only when I run it</source>
        <translation>Nur wenn ich ihn ausführe</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Uhrzeit</translation>
    </message>
    <message>
        <source>In the time zone of the service: %1.</source>
        <translation>In der Zeitzone des Dienstes: %1.</translation>
    </message>
    <message>
        <source>In the time zone of the service.</source>
        <translation>In der Zeitzone des Dienstes.</translation>
    </message>
    <message>
        <source>&amp;E-mail to</source>
        <translation>&amp;E-Mail an</translation>
    </message>
    <message>
        <source>Several with commas between them. The service sends reports to: %1.</source>
        <translation>Mehrere mit Kommas dazwischen. Der Dienst sendet Berichte an: %1.</translation>
    </message>
    <message>
        <source>The service is not configured to send reports by e-mail.</source>
        <translation>Der Dienst ist nicht dafür eingerichtet, Berichte per E-Mail zu senden.</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Läuft</translation>
    </message>
    <message>
        <source>&amp;Format of the result</source>
        <translation>&amp;Format des Ergebnisses</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>holdfast::views::SaveViewDialog</name>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>The filter, the log, the result, the time, the domain and the columns are kept, for you on this computer.</source>
        <translation>Filter, Protokoll, Ergebnis, Zeit, Domäne und Spalten werden gespeichert: für Sie, auf diesem Computer.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Takes the place of the view that has this name.</source>
        <translation>Ersetzt die Ansicht, die diesen Namen hat.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n view(s) already. Delete one first.</source>
        <translation>
            <numerusform>Es gibt schon eine Ansicht. Löschen Sie zuerst eine.</numerusform>
            <numerusform>Es gibt schon %n Ansichten. Löschen Sie zuerst eine.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace view</source>
        <translation>Ansicht ersetzen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::SerialLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy serial number %1</source>
        <translation>Seriennummer %1 kopieren</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ServicePane</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The service&apos;s health could not be read</source>
        <translation>Der Zustand des Dienstes konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The support bundle is in %1.</source>
        <translation>Das Supportpaket liegt in %1.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Expiring tokens, a mass lockout, a failed report, the disk, the backup and the event log are told on the page “Overview”, and by e-mail.</source>
        <translation>Ablaufende Token, eine Massensperre, ein fehlgeschlagener Bericht, der Datenträger, die Sicherung und das Ereignisprotokoll werden auf der Seite „Übersicht“ gemeldet, und per E-Mail.</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Benachrichtigungen…</translation>
    </message>
    <message>
        <source>Verbose logs</source>
        <translation>Ausführliche Protokolle</translation>
    </message>
    <message>
        <source>For how long logs are verbose</source>
        <translation>Wie lange die Protokolle ausführlich sind</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>A support bundle tells whoever helps you about versions, configuration, health and the service&apos;s latest events. It holds no secret and no list of people.</source>
        <translation>Ein Supportpaket sagt denen, die Ihnen helfen, Versionen, Konfiguration, Zustand und die neuesten Ereignisse des Dienstes. Es enthält kein Geheimnis und keine Liste von Personen.</translation>
    </message>
    <message>
        <source>Save support bundle…</source>
        <translation>Supportpaket speichern…</translation>
    </message>
    <message>
        <source>Logs are verbose. They turn themselves off %1.</source>
        <translation>Die Protokolle sind ausführlich. Sie schalten sich selbst ab: %1.</translation>
    </message>
    <message>
        <source>Makes the service log every request for a while, to find out what goes wrong. No secret is logged. It turns itself off; both are events.</source>
        <translation>Der Dienst protokolliert eine Zeit lang jede Anfrage, damit sich Fehler finden lassen. Kein Geheimnis wird protokolliert. Das schaltet sich selbst ab; beides sind Ereignisse.</translation>
    </message>
    <message>
        <source>Turn off now</source>
        <translation>Jetzt abschalten</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Save support bundle</source>
        <translation>Supportpaket speichern</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
</context>
<context>
    <name>holdfast::views::SessionsTab</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Loading sessions…</source>
        <translation>Sitzungen werden geladen…</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Sessions appear here while somebody is signed in.</source>
        <translation>Sitzungen erscheinen hier, solange jemand angemeldet ist.</translation>
    </message>
    <message>
        <source>No session matches</source>
        <translation>Keine Sitzung passt</translation>
    </message>
    <message>
        <source>End session…</source>
        <translation>Sitzung beenden…</translation>
    </message>
    <message>
        <source>This is your own session here: sign out instead.</source>
        <translation>Das ist Ihre eigene Sitzung hier: Melden Sie sich stattdessen ab.</translation>
    </message>
    <message>
        <source>End this session of %1?</source>
        <translation>Diese Sitzung von %1 beenden?</translation>
    </message>
    <message>
        <source>Whoever uses it has to sign in again.</source>
        <translation>Wer sie benutzt, muss sich erneut anmelden.</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>The session is ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::Shell</name>
    <message>
        <source>Ctrl+%1</source>
        <translation>Strg+%1</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>add person</source>
        <translation>person anlegen</translation>
    </message>
    <message>
        <source>create</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>Import tokens</source>
        <translation>Token importieren</translation>
    </message>
    <message>
        <source>file</source>
        <translation>datei</translation>
    </message>
    <message>
        <source>Export activity as CSV</source>
        <translation>Aktivität als CSV exportieren</translation>
    </message>
    <message>
        <source>report</source>
        <translation>bericht</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>second person</source>
        <translation>zweite Person</translation>
    </message>
    <message>
        <source>approve request</source>
        <translation>Anfrage freigeben</translation>
    </message>
    <message>
        <source>Enrol a workstation</source>
        <translation>Arbeitsplatz aufnehmen</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>Laptop</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Load anew</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Issue an emergency code</source>
        <translation>Notfallcode ausstellen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation>Gewähltes öffnen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back; clear the filter</source>
        <translation>Zurück; Filter leeren</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Do what the card proposes</source>
        <translation>Tun, was die Karte vorschlägt</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Strg+I</translation>
    </message>
    <message>
        <source>Verify the caller</source>
        <translation>Anruf prüfen</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
    <message>
        <source>Clear a PIN</source>
        <translation>PIN löschen</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Report a token lost</source>
        <translation>Token als verloren melden</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>Assign a token</source>
        <translation>Token zuweisen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Strg+Umschalt+T</translation>
    </message>
    <message>
        <source>Enrol a token for the chosen person&apos;s app</source>
        <translation>Token für die App der gewählten Person einrichten</translation>
    </message>
    <message>
        <source>Search people, tokens, workstations, pages and actions</source>
        <translation>Personen, Token, Arbeitsplätze, Seiten und Aktionen suchen</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+0</source>
        <translation>Strg+1 bis Strg+0</translation>
    </message>
    <message>
        <source>New user; enrol a workstation</source>
        <translation>Neuer Benutzer; Arbeitsplatz aufnehmen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Strg+Umschalt+E</translation>
    </message>
    <message>
        <source>Read an offline emergency code; answer a workstation&apos;s challenge</source>
        <translation>Offline-Notfallcode vorlesen; Aufgabe eines Arbeitsplatzes beantworten</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Why somebody cannot sign in; rename a workstation</source>
        <translation>Warum sich jemand nicht anmelden kann; Arbeitsplatz umbenennen</translation>
    </message>
    <message>
        <source>Shift+F2</source>
        <translation>Umschalt+F2</translation>
    </message>
    <message>
        <source>Why somebody gets no offline days</source>
        <translation>Warum jemand keine Offline-Tage bekommt</translation>
    </message>
</context>
<context>
    <name>holdfast::views::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation>Ser&amp;ver</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Pass&amp;code</source>
        <translation>Pass&amp;code</translation>
    </message>
    <message>
        <source>This account asks for a passcode of its token besides.</source>
        <translation>Dieses Konto verlangt zusätzlich einen Passcode seines Tokens.</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Type the address of the service, such as https://holdfast.example.com.</source>
        <translation>Geben Sie die Adresse des Dienstes ein, zum Beispiel https://holdfast.example.com.</translation>
    </message>
    <message>
        <source>Only https protects the password on the way; http is for this machine alone.</source>
        <translation>Nur https schützt das Passwort unterwegs; http ist allein für diesen Rechner.</translation>
    </message>
    <message>
        <source>Type your logon name.</source>
        <translation>Geben Sie Ihren Anmeldenamen ein.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>New P&amp;IN</source>
        <translation>Neue P&amp;IN</translation>
    </message>
    <message>
        <source>The next code that your token shows, without the new PIN.</source>
        <translation>Der nächste Code, den Ihr Token zeigt, ohne die neue PIN.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::SignInTab</name>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Sign-in with a passcode &amp;besides the password</source>
        <translation>Anmeldung mit Passcode &amp;zusätzlich zum Passwort</translation>
    </message>
    <message>
        <source>Of a token of their own, or an emergency code. The owner of a console that runs its own service is never asked.</source>
        <translation>Von einem eigenen Token, oder ein Notfallcode. Wem eine Konsole mit eigenem Dienst gehört, wird nie gefragt.</translation>
    </message>
    <message>
        <source>&amp;Confirm the sign-in before a key action, when it is older than</source>
        <translation>&amp;Anmeldung vor wichtigen Aktionen bestätigen, wenn älter als</translation>
    </message>
    <message>
        <source>Key actions change policies, roles, administrators, keys or these settings.</source>
        <translation>Wichtige Aktionen ändern Richtlinien, Rollen, Administratoren, Schlüssel oder diese Einstellungen.</translation>
    </message>
    <message>
        <source>&amp;Lock a console that nobody touches, after</source>
        <translation>&amp;Unbenutzte Konsole sperren nach</translation>
    </message>
    <message>
        <source>Its window is covered until whoever is signed in proves it. Takes effect at the next sign-in.</source>
        <translation>Ihr Fenster ist verdeckt, bis die angemeldete Person sich ausweist. Gilt ab der nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>The settings of the sign-in are saved.</source>
        <translation>Die Einstellungen der Anmeldung sind gespeichert.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
</context>
<context>
    <name>holdfast::views::StartPage</name>
    <message>
        <source>Starting Holdfast</source>
        <translation>Holdfast startet</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Connect to another service…</source>
        <translation>Mit anderem Dienst verbinden…</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details zeigen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details verbergen</translation>
    </message>
    <message>
        <source>The service did not start</source>
        <translation>Der Dienst ist nicht gestartet</translation>
    </message>
</context>
<context>
    <name>holdfast::views::TablePane</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The choices above leave nothing over.</source>
        <translation>Die Auswahl oben lässt nichts übrig.</translation>
    </message>
    <message>
        <source>Nothing contains “%1”.</source>
        <translation>Nichts enthält „%1“.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>This list could not be loaded</source>
        <translation>Diese Liste konnte nicht geladen werden</translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokenActions</name>
    <message>
        <source>Assign…</source>
        <translation>Zuweisen…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Resynchronise…</source>
        <translation>Abgleichen…</translation>
    </message>
    <message>
        <source>Clear PIN…</source>
        <translation>PIN löschen…</translation>
    </message>
    <message>
        <source>Mark as found</source>
        <translation>Als gefunden melden</translation>
    </message>
    <message>
        <source>Mark as lost…</source>
        <translation>Als verloren melden…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Unassign…</source>
        <translation>Zuweisung aufheben…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Unassign token %1 from %2?</source>
        <translation>Zuweisung von Token %1 an %2 aufheben?</translation>
    </message>
    <message>
        <source>Its PIN is forgotten. Assigned again, the token starts with a new PIN.</source>
        <translation>Die PIN wird vergessen. Erneut zugewiesen, beginnt der Token mit einer neuen PIN.</translation>
    </message>
    <message>
        <source>Unassign token</source>
        <translation>Zuweisung aufheben</translation>
    </message>
    <message>
        <source>Token %1 belongs to nobody now.</source>
        <translation>Token %1 gehört jetzt niemandem.</translation>
    </message>
    <message>
        <source>Token %1 is enabled.</source>
        <translation>Token %1 ist aktiviert.</translation>
    </message>
    <message>
        <source>Token %1 is disabled.</source>
        <translation>Token %1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>Clear the PIN of token %1?</source>
        <translation>PIN von Token %1 löschen?</translation>
    </message>
    <message>
        <source>At the next logon the person types the tokencode alone and chooses a new PIN.</source>
        <translation>Bei der nächsten Anmeldung genügt der Tokencode allein, und eine neue PIN wird gewählt.</translation>
    </message>
    <message>
        <source>Clear PIN</source>
        <translation>PIN löschen</translation>
    </message>
    <message>
        <source>The PIN of token %1 is cleared.</source>
        <translation>Die PIN von Token %1 ist gelöscht.</translation>
    </message>
    <message>
        <source>Token %1 is found and works again.</source>
        <translation>Token %1 ist wieder da und gilt wieder.</translation>
    </message>
    <message>
        <source>Delete token %1?</source>
        <translation>Token %1 löschen?</translation>
    </message>
    <message>
        <source>Delete token</source>
        <translation>Token löschen</translation>
    </message>
    <message>
        <source>Token %1 is deleted.</source>
        <translation>Token %1 ist gelöscht.</translation>
    </message>
    <message>
        <source>Ask for a new PIN…</source>
        <translation>Neue PIN verlangen…</translation>
    </message>
    <message>
        <source>Ask for a new PIN for token %1?</source>
        <translation>Neue PIN für Token %1 verlangen?</translation>
    </message>
    <message>
        <source>The next logon takes the old PIN once more and then asks for a new one, which nobody else learns. If the old PIN is forgotten, clear it instead.</source>
        <translation>Die nächste Anmeldung nimmt die alte PIN noch einmal und verlangt dann eine neue, die sonst niemand erfährt. Ist die alte PIN vergessen, löschen Sie sie stattdessen.</translation>
    </message>
    <message>
        <source>Ask for a new PIN</source>
        <translation>Neue PIN verlangen</translation>
    </message>
    <message>
        <source>The next logon with token %1 asks for a new PIN.</source>
        <translation>Die nächste Anmeldung mit Token %1 verlangt eine neue PIN.</translation>
    </message>
    <message>
        <source>It goes into the bin for thirty days; then its seed is destroyed.</source>
        <translation>Er liegt dreißig Tage im Papierkorb; dann wird sein Seed vernichtet.</translation>
    </message>
    <message>
        <source>Enable token %1 all the same?</source>
        <translation>Token %1 trotzdem aktivieren?</translation>
    </message>
    <message>
        <source>A workstation that was stolen may hold codes of it that are still good. Another token is the safe way; this one is worth as much as its PIN.</source>
        <translation>Ein gestohlener Arbeitsplatz hat vielleicht noch gültige Codes davon. Sicher ist ein anderes Token; dieses ist nur so viel wert wie seine PIN.</translation>
    </message>
    <message>
        <source>Enable token</source>
        <translation>Token aktivieren</translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokenDetails</name>
    <message>
        <source>It belongs to nobody and can be assigned.</source>
        <translation>Er gehört niemandem und kann zugewiesen werden.</translation>
    </message>
    <message>
        <source>After wrong codes the next logon asks for two codes in a row.</source>
        <translation>Nach falschen Codes verlangt die nächste Anmeldung zwei Codes nacheinander.</translation>
    </message>
    <message>
        <source>Its codes are accepted.</source>
        <translation>Seine Codes werden angenommen.</translation>
    </message>
    <message>
        <source>Its codes are refused until it is enabled.</source>
        <translation>Seine Codes werden abgewiesen, bis er aktiviert ist.</translation>
    </message>
    <message>
        <source>Its codes are refused until it is marked as found.</source>
        <translation>Seine Codes werden abgewiesen, bis er als gefunden gemeldet ist.</translation>
    </message>
    <message>
        <source>Its codes are accepted from its first day on.</source>
        <translation>Seine Codes werden ab seinem ersten Tag angenommen.</translation>
    </message>
    <message>
        <source>Its codes are refused. Replace it by another one.</source>
        <translation>Seine Codes werden abgewiesen. Ersetzen Sie ihn durch einen anderen.</translation>
    </message>
    <message>
        <source>Another token has taken over.</source>
        <translation>Ein anderer Token hat übernommen.</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Zuweisen…</translation>
    </message>
    <message>
        <source>Open the user card</source>
        <translation>Benutzerkarte öffnen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Actions for this token</source>
        <translation>Aktionen für diesen Token</translation>
    </message>
    <message>
        <source>No token is chosen</source>
        <translation>Kein Token gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list, or press Ctrl+K and type its last digits.</source>
        <translation>Wählen Sie einen in der Liste, oder drücken Sie Strg+K und geben Sie seine letzten Ziffern ein.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>This token could not be loaded</source>
        <translation>Dieser Token konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n digit(s)</source>
        <translation>
            <numerusform>%1, %n Ziffer</numerusform>
            <numerusform>%1, %n Ziffern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, every %2 s</source>
        <translation>%1, alle %2 s</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Wrong codes</source>
        <translation>Falsche Codes</translation>
    </message>
    <message numerus="yes">
        <source>%n since the last good one</source>
        <translation>
            <numerusform>%n seit dem letzten richtigen</numerusform>
            <numerusform>%n seit dem letzten richtigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) fast</source>
        <translation>
            <numerusform>geht %n Schritt vor</numerusform>
            <numerusform>geht %n Schritte vor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) slow</source>
        <translation>
            <numerusform>geht %n Schritt nach</numerusform>
            <numerusform>geht %n Schritte nach</numerusform>
        </translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokenLostDialog</name>
    <message>
        <source>Mark token %1 as lost</source>
        <translation>Token %1 als verloren melden</translation>
    </message>
    <message>
        <source>Its codes are refused from now on. If it turns up again, it can be marked as found.</source>
        <translation>Seine Codes werden ab jetzt abgewiesen. Taucht er wieder auf, kann er als gefunden gemeldet werden.</translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation>&amp;Was ist geschehen?</translation>
    </message>
    <message>
        <source>Or a ticket number; stays with the event.</source>
        <translation>Oder eine Ticketnummer; bleibt beim Ereignis.</translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation>Als verloren melden</translation>
    </message>
    <message>
        <source>Token %1 is marked as lost.</source>
        <translation>Token %1 ist als verloren gemeldet.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::TokensPage</name>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Filter by serial number or owner</source>
        <translation>Nach Nummer oder Inhaber filtern</translation>
    </message>
    <message>
        <source>Loading tokens…</source>
        <translation>Token werden geladen…</translation>
    </message>
    <message>
        <source>No tokens yet</source>
        <translation>Noch keine Token</translation>
    </message>
    <message>
        <source>Tokens come from the file that their maker sent, or from an app.</source>
        <translation>Token kommen aus der Datei ihres Herstellers oder aus einer App.</translation>
    </message>
    <message>
        <source>Import tokens…</source>
        <translation>Token importieren…</translation>
    </message>
    <message>
        <source>No token matches</source>
        <translation>Kein Token passt</translation>
    </message>
    <message>
        <source>Import tokens</source>
        <translation>Token importieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) chosen</source>
        <translation>
            <numerusform>%Ln Token gewählt</numerusform>
            <numerusform>%Ln Token gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) imported.</source>
        <translation>
            <numerusform>%n Token importiert.</numerusform>
            <numerusform>%n Token importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>The tokens are in %1.</source>
        <translation>Die Token sind in %1.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::TreeDelegate</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>holdfast::views::TryDomainDialog</name>
    <message>
        <source>%1 (trial)</source>
        <translation>%1 (Probe)</translation>
    </message>
    <message>
        <source>&amp;Security domain</source>
        <translation>&amp;Sicherheitsdomäne</translation>
    </message>
    <message>
        <source>&amp;Name of the policy</source>
        <translation>&amp;Name der Richtlinie</translation>
    </message>
    <message>
        <source>Try it there</source>
        <translation>Dort ausprobieren</translation>
    </message>
    <message>
        <source>Try it in one domain</source>
        <translation>In einer Domäne proben</translation>
    </message>
    <message>
        <source>Your changes become a policy of their own, which this domain, and those below that inherit from it, take. Everybody else goes on as before. When it has proved itself, apply the same here.</source>
        <translation>Ihre Änderungen werden eine eigene Richtlinie, der diese Domäne folgt und jede darunter, die von ihr erbt. Für alle anderen bleibt es, wie es war. Wenn sie sich bewährt hat, wenden Sie hier dasselbe an.</translation>
    </message>
    <message>
        <source>Choose a domain</source>
        <translation>Domäne wählen</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n person(s))</source>
        <translation>
            <numerusform>%1 (%n Person)</numerusform>
            <numerusform>%1 (%n Personen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::UserCard</name>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen: %1</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>läuft ab: %1</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt benutzt: %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message>
        <source>asks for the next code as well</source>
        <translation>verlangt auch den nächsten Code</translation>
    </message>
    <message>
        <source>to be replaced by %1</source>
        <translation>wird ersetzt durch %1</translation>
    </message>
    <message>
        <source>No token. Assign one, or issue an emergency code for today.</source>
        <translation>Kein Token. Weisen Sie einen zu, oder stellen Sie für heute einen Notfallcode aus.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Actions for token %1</source>
        <translation>Aktionen für Token %1</translation>
    </message>
    <message>
        <source>None was ever issued.</source>
        <translation>Noch nie wurde einer ausgestellt.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 left</source>
        <translation>%1, %2 von %3 übrig</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>“%1”, issued by %2 %3</source>
        <translation>„%1“, ausgestellt von %2, %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Cancel this emergency code</source>
        <translation>Diesen Notfallcode widerrufen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Emergency codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Policies that apply</source>
        <translation>Geltende Richtlinien</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Assign token…</source>
        <translation>Token zuweisen…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>Niemand gewählt</translation>
    </message>
    <message>
        <source>Choose a person in the list, or press Ctrl+K and type a name.</source>
        <translation>Wählen Sie eine Person in der Liste, oder drücken Sie Strg+K und geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>This card could not be loaded</source>
        <translation>Diese Karte konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Cancel this emergency code?</source>
        <translation>Diesen Notfallcode widerrufen?</translation>
    </message>
    <message>
        <source>It stops working at once and cannot be brought back; a new one can be issued.</source>
        <translation>Er gilt sofort nicht mehr und lässt sich nicht zurückholen; ein neuer kann ausgestellt werden.</translation>
    </message>
    <message>
        <source>Cancel the code</source>
        <translation>Code widerrufen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Disable account</source>
        <translation>Konto deaktivieren</translation>
    </message>
    <message>
        <source>Enable account</source>
        <translation>Konto aktivieren</translation>
    </message>
    <message>
        <source>Delete user…</source>
        <translation>Benutzer löschen…</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Delete user</source>
        <translation>Benutzer löschen</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>PIN: %1</source>
        <translation>PIN: %1</translation>
    </message>
    <message>
        <source>User card</source>
        <translation>Benutzerkarte</translation>
    </message>
    <message>
        <source>caller verified by %1</source>
        <translation>Anruf überprüft durch %1</translation>
    </message>
    <message>
        <source>over the quota: “%1”</source>
        <translation>über dem Kontingent: „%1“</translation>
    </message>
    <message>
        <source>Enrol app…</source>
        <translation>App einrichten…</translation>
    </message>
    <message>
        <source>Make a token for the person&apos;s authenticator app (Ctrl+Shift+T)</source>
        <translation>Token für die Authenticator-App der Person anlegen (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <source>Hide the values</source>
        <translation>Werte verbergen</translation>
    </message>
    <message>
        <source>Show every value</source>
        <translation>Jeden Wert zeigen</translation>
    </message>
    <message>
        <source>Security questions…</source>
        <translation>Sicherheitsfragen…</translation>
    </message>
    <message>
        <source>The account goes into the bin for thirty days; its tokens become free. Roles, password and emergency codes are gone for good. The activity stays.</source>
        <translation>Das Konto liegt dreißig Tage im Papierkorb; seine Token werden frei. Rollen, Passwort und Notfallcodes sind endgültig weg. Die Aktivität bleibt.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>renewed at the next contact</source>
        <translation>wird beim nächsten Kontakt erneuert</translation>
    </message>
    <message>
        <source>renewed by a logon there</source>
        <translation>erneuert durch eine Anmeldung dort</translation>
    </message>
    <message>
        <source>no emergency code inside</source>
        <translation>kein Notfallcode darin</translation>
    </message>
    <message>
        <source>emergency codes inside: %1</source>
        <translation>Notfallcodes darin: %1</translation>
    </message>
    <message>
        <source>reports %1</source>
        <translation>meldet %1</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>in touch %1</source>
        <translation>Kontakt: %1</translation>
    </message>
    <message>
        <source>never in touch</source>
        <translation>nie Kontakt</translation>
    </message>
    <message>
        <source>Offline logon is off in the policy that applies.</source>
        <translation>Die Offline-Anmeldung ist in der geltenden Richtlinie aus.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Open the workstation %1</source>
        <translation>Arbeitsplatz %1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n more workstation(s)</source>
        <translation>
            <numerusform>%n weiterer Arbeitsplatz</numerusform>
            <numerusform>%n weitere Arbeitsplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>renewed automatically</source>
        <translation>wird automatisch erneuert</translation>
    </message>
    <message>
        <source>works there until its next contact, at most until %1</source>
        <translation>gilt dort bis zum nächsten Kontakt, höchstens bis %1</translation>
    </message>
    <message>
        <source>No workstation holds offline data: without a network nobody gets in under this name.</source>
        <translation>Kein Arbeitsplatz hält Offline-Daten: ohne Netz kommt unter diesem Namen niemand hinein.</translation>
    </message>
    <message>
        <source>Offline code…</source>
        <translation>Offline-Code…</translation>
    </message>
    <message>
        <source>A code that lies on the workstation already, for a caller without a network</source>
        <translation>Ein Code, der schon auf dem Arbeitsplatz liegt, für einen Anrufer ohne Netz</translation>
    </message>
    <message>
        <source>Offline code</source>
        <translation>Offline-Code</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Erklären…</translation>
    </message>
    <message>
        <source>What stands for and against offline days</source>
        <translation>Was für und gegen Offline-Tage spricht</translation>
    </message>
    <message>
        <source>Explain the offline days</source>
        <translation>Die Offline-Tage erklären</translation>
    </message>
    <message>
        <source>works there until %1</source>
        <translation>gilt dort bis %1</translation>
    </message>
</context>
<context>
    <name>holdfast::views::UserDialog</name>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>Create user</source>
        <translation>Benutzer anlegen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>Ohne Ende</translation>
    </message>
    <message>
        <source>&amp;Logon name</source>
        <translation>&amp;Anmeldename</translation>
    </message>
    <message>
        <source>&amp;Shown name</source>
        <translation>An&amp;zeigename</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>Security &amp;domain</source>
        <translation>&amp;Sicherheitsdomäne</translation>
    </message>
    <message>
        <source>Decides which policies apply and who administers the account.</source>
        <translation>Bestimmt, welche Richtlinien gelten und wer das Konto verwaltet.</translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation>Gültig a&amp;b</translation>
    </message>
    <message>
        <source>Valid &amp;until</source>
        <translation>Gültig b&amp;is</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>N&amp;otizen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Ab sofort</translation>
    </message>
    <message>
        <source>Personnel number: 4711</source>
        <translation>Personalnummer: 4711</translation>
    </message>
    <message>
        <source>&amp;Aliases</source>
        <translation>A&amp;liasse</translation>
    </message>
    <message>
        <source>Other names of the same account, separated by commas. Failures count together whatever is typed.</source>
        <translation>Andere Namen desselben Kontos, durch Kommas getrennt. Fehlversuche zählen zusammen, was auch eingegeben wird.</translation>
    </message>
    <message>
        <source>Attri&amp;butes</source>
        <translation>Attrib&amp;ute</translation>
    </message>
    <message>
        <source>One on each line: a name, a colon, a value.</source>
        <translation>Eines je Zeile: Name, Doppelpunkt, Wert.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::UsersPage</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Filter by name, e-mail or domain</source>
        <translation>Nach Name, E-Mail oder Domäne filtern</translation>
    </message>
    <message>
        <source>Loading users…</source>
        <translation>Benutzer werden geladen…</translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>Noch keine Benutzer</translation>
    </message>
    <message>
        <source>People who sign in with a token or an emergency code.</source>
        <translation>Personen, die sich mit Token oder Notfallcode anmelden.</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>Neuer Benutzer…</translation>
    </message>
    <message>
        <source>No user matches</source>
        <translation>Kein Benutzer passt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>New user (Ctrl+N)</source>
        <translation>Neuer Benutzer (Strg+N)</translation>
    </message>
    <message>
        <source>%1 is created.</source>
        <translation>%1 ist angelegt.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Colleagues who wait for a second person&apos;s word</source>
        <translation>Wer auf das Wort einer zweiten Person wartet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) chosen</source>
        <translation>
            <numerusform>%Ln Benutzer ausgewählt</numerusform>
            <numerusform>%Ln Benutzer ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdfast::views::VerificationDialog</name>
    <message>
        <source>Verify the caller as %1</source>
        <translation>Anruf prüfen: Ist es %1?</translation>
    </message>
    <message>
        <source>Until a method succeeds, nothing is given out. Answers and codes are compared and forgotten.</source>
        <translation>Bis ein Verfahren gelingt, wird nichts herausgegeben. Antworten und Codes werden verglichen und vergessen.</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>Um Freigabe bitten</translation>
    </message>
    <message>
        <source>Points reached</source>
        <translation>Erreichte Punkte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>Code prüfen</translation>
    </message>
    <message>
        <source>What the token shows, without the PIN</source>
        <translation>Was der Token anzeigt, ohne die PIN</translation>
    </message>
    <message>
        <source>Code from a token</source>
        <translation>Code eines Tokens</translation>
    </message>
    <message>
        <source>A code from another of the person&apos;s tokens</source>
        <translation>Ein Code von einem anderen Token der Person</translation>
    </message>
    <message>
        <source>100 points</source>
        <translation>100 Punkte</translation>
    </message>
    <message>
        <source>I called back and reached them</source>
        <translation>Zurückgerufen und erreicht</translation>
    </message>
    <message>
        <source>Call the number on record back</source>
        <translation>Die hinterlegte Nummer zurückrufen</translation>
    </message>
    <message>
        <source>50 points</source>
        <translation>50 Punkte</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Name of the manager, which is kept</source>
        <translation>Name der vorgesetzten Person; er wird aufbewahrt</translation>
    </message>
    <message>
        <source>Manager who confirms</source>
        <translation>Wer es bestätigt</translation>
    </message>
    <message>
        <source>A manager confirms that it is them</source>
        <translation>Vorgesetzte bestätigen die Person</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Closed for a day after wrong answers.</source>
        <translation>Nach falschen Antworten für einen Tag gesperrt.</translation>
    </message>
    <message>
        <source>Changed of late: it counts from %1 on.</source>
        <translation>Vor kurzem geändert: Sie zählt ab %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Check answers</source>
        <translation>Antworten prüfen</translation>
    </message>
    <message>
        <source>A second person approves</source>
        <translation>Eine zweite Person gibt frei</translation>
    </message>
    <message>
        <source>What it is for: your colleague reads it</source>
        <translation>Wofür es ist: Die zweite Person liest es</translation>
    </message>
    <message>
        <source>What the approval is for</source>
        <translation>Wofür die Freigabe ist</translation>
    </message>
    <message numerus="yes">
        <source>Verified by %1: %n point(s)</source>
        <translation>
            <numerusform>Überprüft durch %1: %n Punkt</numerusform>
            <numerusform>Überprüft durch %1: %n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>This is an administrator&apos;s account: another administrator must agree.</source>
        <translation>Dies ist das Konto eines Administrators: Ein anderer Administrator muss zustimmen.</translation>
    </message>
    <message>
        <source>Waiting for another administrator to decide under Approvals…</source>
        <translation>Ein anderer Administrator muss unter Freigaben entscheiden…</translation>
    </message>
    <message>
        <source>Approved by %1.</source>
        <translation>Freigegeben von %1.</translation>
    </message>
    <message>
        <source>Refused by %1.</source>
        <translation>Abgelehnt von %1.</translation>
    </message>
    <message>
        <source>No method has succeeded yet.</source>
        <translation>Noch ist kein Verfahren gelungen.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ViewAsDialog</name>
    <message>
        <source>View as “%1”</source>
        <translation>Ansehen als „%1“</translation>
    </message>
    <message>
        <source>The console shows what somebody with this role would see. Nothing is changed meanwhile; a bar above the page ends it.</source>
        <translation>Die Konsole zeigt, was jemand mit dieser Rolle sähe. Nichts wird währenddessen geändert; eine Leiste über der Seite beendet es.</translation>
    </message>
    <message>
        <source>Within the &amp;domain</source>
        <translation>In der &amp;Domäne</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>holdfast::views::ViewBanner</name>
    <message>
        <source>End the view</source>
        <translation>Ansicht beenden</translation>
    </message>
    <message>
        <source>You see the console as %1 would. Nothing is changed meanwhile.</source>
        <translation>Sie sehen die Konsole wie %1. Nichts wird währenddessen geändert.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::WorkstationActions</name>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Move to another domain…</source>
        <translation>In andere Domäne verschieben…</translation>
    </message>
    <message>
        <source>It was stolen…</source>
        <translation>Er wurde gestohlen…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>The workstation is called %1 now.</source>
        <translation>Der Arbeitsplatz heißt jetzt %1.</translation>
    </message>
    <message>
        <source>%1 belongs to %2 now.</source>
        <translation>%1 gehört jetzt zu %2.</translation>
    </message>
    <message>
        <source>%1 is revoked.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were changed.</source>
        <translation>
            <numerusform>%n Token wurde geändert.</numerusform>
            <numerusform>%n Token wurden geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) stayed as they were: look at them yourself.</source>
        <translation>
            <numerusform>%n Token blieb, wie es war: sehen Sie selbst danach.</numerusform>
            <numerusform>%n Token blieben, wie sie waren: sehen Sie selbst danach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer a challenge…</source>
        <translation>Aufgabe beantworten …</translation>
    </message>
    <message>
        <source>The offline policy of %1 does not allow challenges.</source>
        <translation>Die Offline-Richtlinie von %1 erlaubt keine Aufgaben.</translation>
    </message>
</context>
<context>
    <name>holdfast::views::WorkstationDetails</name>
    <message>
        <source>Answer a challenge…</source>
        <translation>Aufgabe beantworten…</translation>
    </message>
    <message>
        <source>People who hold data here</source>
        <translation>Wer hier Daten hält</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Actions for this workstation</source>
        <translation>Aktionen für diesen Arbeitsplatz</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>No workstation is chosen</source>
        <translation>Kein Arbeitsplatz gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list, or press Ctrl+K and type its name.</source>
        <translation>Wählen Sie einen in der Liste, oder drücken Sie Strg+K und tippen Sie seinen Namen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>This workstation could not be loaded</source>
        <translation>Dieser Arbeitsplatz konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>%1: codes would be looked for at the wrong time. Set it right there.</source>
        <translation>%1: Codes würden zur falschen Zeit gesucht. Stellen Sie sie dort richtig.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Revoked by</source>
        <translation>Gesperrt von</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Nobody. Data come with the first logon here while there is a network.</source>
        <translation>Niemand. Daten kommen mit der ersten Anmeldung hier, solange Netz da ist.</translation>
    </message>
    <message>
        <source>Runs out soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>For a caller who sits at it without a network and whose data it does not hold (Ctrl+Shift+E)</source>
        <translation>Für Anrufer, die ohne Netz davor sitzen und deren Daten er nicht hält (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Open the user card of %1</source>
        <translation>Benutzerkarte von %1 öffnen</translation>
    </message>
    <message>
        <source>Enrolled by</source>
        <translation>Aufgenommen von</translation>
    </message>
</context>
<context>
    <name>holdfast::views::WorkstationsPage</name>
    <message>
        <source>Workstations</source>
        <translation>Arbeitsplätze</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Loading workstations…</source>
        <translation>Arbeitsplätze werden geladen…</translation>
    </message>
    <message>
        <source>No workstations yet</source>
        <translation>Noch keine Arbeitsplätze</translation>
    </message>
    <message>
        <source>A workstation that is enrolled lets people sign in without a network.</source>
        <translation>An einem aufgenommenen Arbeitsplatz kann man sich ohne Netz anmelden.</translation>
    </message>
    <message>
        <source>Enrol a workstation…</source>
        <translation>Arbeitsplatz aufnehmen…</translation>
    </message>
    <message>
        <source>No workstation matches</source>
        <translation>Kein Arbeitsplatz passt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Enrol a workstation</source>
        <translation>Arbeitsplatz aufnehmen</translation>
    </message>
    <message>
        <source>Enrol a workstation (Ctrl+N)</source>
        <translation>Arbeitsplatz aufnehmen (Strg+N)</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n revoked</source>
        <translation>
            <numerusform>%1, und %n gesperrter</numerusform>
            <numerusform>%1, und %n gesperrte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The Holdfast console.</source>
        <translation>Die Holdfast-Konsole.</translation>
    </message>
    <message>
        <source>Data of the service that the console starts.</source>
        <translation>Daten des Dienstes, den die Konsole startet.</translation>
    </message>
    <message>
        <source>A service that runs elsewhere.</source>
        <translation>Ein Dienst, der anderswo läuft.</translation>
    </message>
    <message>
        <source>To open first: overview, users, tokens, policies, activity, administration.</source>
        <translation>Zuerst zu öffnen: overview, users, tokens, policies, activity, administration.</translation>
    </message>
    <message>
        <source>Written with the address of the service that the console starts, as long as it runs.</source>
        <translation>Nimmt die Adresse des Dienstes auf, den die Konsole startet, solange er läuft.</translation>
    </message>
    <message>
        <source>de, en or system.</source>
        <translation>de, en oder system.</translation>
    </message>
    <message>
        <source>light, dark, contrast-light, contrast-dark or system.</source>
        <translation>light, dark, contrast-light, contrast-dark oder system.</translation>
    </message>
</context>
</TS>
