// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/embedding.h"
#include "app/holdfastd/event_work.h"
#include "app/holdfastd/listen_address.h"
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/service.h"
#include "app/holdfastd/stop_signal.h"
#include "app/holdfastd/verbs.h"
#include "services/security/certificate.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <systemd/sd-daemon.h>

namespace holdfast::daemon {

using contract::Result;

namespace {

Result<QByteArray> readPem(const Options& options, const char* flag)
{
    QFile file(options.value(flag));
    if (!options.has(flag)) {
        return QByteArray();
    }
    constexpr qint64 largest = 1024 * 1024;
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest) {
        return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("certificate_invalid"),
                                 QStringLiteral("%1 cannot be read.").arg(file.fileName()));
    }
    return file.readAll();
}

Result<http::ServerOptions> serverOptions(const Options& options)
{
    http::ServerOptions server;
    const auto listen = parseListenAddress(options.value("listen", QStringLiteral("127.0.0.1:8443")));
    const auto certificate = readPem(options, "tls-certificate");
    const auto key = readPem(options, "tls-key");
    for (const contract::Error* fault :
         {listen ? nullptr : &listen.error(), certificate ? nullptr : &certificate.error(),
          key ? nullptr : &key.error()}) {
        if (fault != nullptr) {
            return contract::Unexpected(*fault);
        }
    }
    if (certificate->isEmpty() != key->isEmpty()) {
        return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("usage"),
                                 QStringLiteral("--tls-certificate and --tls-key go together."));
    }
    server.address = listen->address;
    server.port = listen->port;
    server.certificatePem = *certificate;
    server.keyPem = *key;
    server.publicNames = options.values("public-name");
    return server;
}

// The one line that tells whoever started the service where it is.
void announce(const Service& service, const QByteArray& certificateSha256)
{
    QJsonObject line {{QStringLiteral("url"), service.url()}};
    if (!certificateSha256.isEmpty()) {
        line.insert(QStringLiteral("certificateSha256"), QString::fromLatin1(certificateSha256.toHex()));
    }
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    sd_notify(0, "READY=1");
}

int serve(const Options& options)
{
    const StopSignal stop; // before any thread is made, so that all of them leave the signals to it
    Embedding embedding;
    if (options.has("embedded")) {
        auto handed = Embedding::readFrom(stdin);
        if (!handed) {
            return complain(handed.error());
        }
        embedding = std::move(*handed);
    }
    auto server = serverOptions(options);
    if (!server) {
        return complain(server.error());
    }
    QByteArray pinned;
    if (options.has("embedded")) {
        const security::Certificate own = security::selfSigned({QStringLiteral("localhost"), server->address},
                                                               std::chrono::hours(24 * 365));
        server->certificatePem = own.certificatePem;
        server->keyPem = own.keyPem;
        pinned = own.sha256;
    }
    const auto eventOptions = EventWork::optionsOf(options);
    if (!eventOptions) {
        return complain(eventOptions.error());
    }
    const bool fresh = options.has("embedded") && DataDirectory::isFresh(options.value("data-dir"));
    auto opened = fresh ? createStore(options, embedding.masterKey) : openStore(options, embedding.masterKey);
    if (!opened) {
        return complain(opened.error());
    }
    if (!fresh) {
        if (const auto whole = opened->store->acceptHead(options.has("accept-event-loss")); !whole) {
            return complain(whole.error());
        }
    }
    opened->store->keepHead();
    const EventWork eventWork(*opened->store, *eventOptions);
    Service service(*opened->store, std::move(*server), std::move(embedding.secret));
    if (const auto started = service.start(); !started) {
        return complain(started.error());
    }
    announce(service, pinned);
    stop.wait(options.has("embedded"));
    sd_notify(0, "STOPPING=1");
    service.stop();
    return 0;
}

} // namespace

Verb serveVerb()
{
    return {
        QStringLiteral("serve"),
        QStringLiteral("Runs the service; prints one line of JSON with its url once it is ready."),
        {dataDirectoryFlag(),
         keyDirectoryFlag(),
         {"listen", "ADDRESS:PORT", "Where to listen; port 0 picks a free one. 127.0.0.1:8443 by default."},
         {"tls-certificate", "FILE", "PEM chain; needed for any address but a loopback one."},
         {"tls-key", "FILE", "PEM key of the certificate."},
         {"public-name", "NAME",
          "A name that clients may call it by, besides the certificate's; may be repeated.", true},
         {"accept-event-loss", nullptr,
          "Go on although the event log lost its tail; that is an event itself."},
         {"syslog", "TARGET",
          "Sends every event: udp://HOST:PORT, tcp://HOST:PORT, tls://HOST:PORT or local:PATH."},
         {"syslog-ca", "FILE",
          "PEM authorities of the syslog server's certificate; those of the system by default."},
         {"anchor-file", "FILE",
          "Appends the end of the event chain, for audit verify: a file on another machine's share."},
         {"embedded", nullptr, "Started by the console: secret on standard input, ends with it."},
         configFlag()},
        serve};
}

} // namespace holdfast::daemon
