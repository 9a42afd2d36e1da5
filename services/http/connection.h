// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/admission.h"
#include "services/http/connection_context.h"
#include "services/http/header_scanner.h"
#include "services/http/io_thread.h"
#include "services/http/output.h"

namespace holdfast::http {

// One connection: reads a request, has it answered, writes the answer, reads the next. It lives on one
// IoThread, which owns it until it is closed; everything here runs there, except where said. How bytes travel
// is left to the heirs (plain, TLS).
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Error = boost::system::error_code;

    Connection(std::shared_ptr<IoThread> io, std::shared_ptr<ConnectionContext> context, QByteArray peer);
    virtual ~Connection();

    void start();
    void checkDeadline(SteadyTime now);
    void finish(); // the server stops: close unless an answer is under way
    void abort(); // close at once; `this` may be gone afterwards

    // The place in the thread's list.
    [[nodiscard]] std::size_t index() const { return m_index; }
    void setIndex(std::size_t index) { m_index = index; }

protected:
    // Each begins one operation that ends with the on... of its name.
    virtual void beginHandshake() = 0;
    virtual void beginRead(char* data, std::size_t size) = 0;
    virtual void beginWrite(const std::array<QByteArrayView, 3>& pieces) = 0;
    virtual void beginShutdown() = 0; // of the sending half
    virtual void closeSocket() = 0;
    // Whether reading may go on after beginShutdown(), so that the peer gets to read our last answer.
    [[nodiscard]] virtual bool canLinger() const = 0;

    void onHandshake(const Error& error);
    void onRead(const Error& error, std::size_t size);
    void onWritten(const Error& error, std::size_t size);
    void onShutdown();
    [[nodiscard]] bool isReading() const { return m_reading; }

private:
    enum class State
    {
        Handshake,
        Idle, // between two requests
        Head,
        Body,
        Handling, // a handler has the request
        Writing,
        Streaming, // the source is asked for the next chunk
        Lingering, // all is written; what still comes is thrown away
        Closed
    };
    enum class Next
    {
        ReadBody,
        PullChunk,
        EndAnswer
    };

    // connection.cpp: reading
    void setState(State state, std::optional<Milliseconds> timeout = std::nullopt);
    void readMore();
    void process();
    bool processHead(); // true: go on
    bool processBody();
    void takeHead(QByteArrayView head);
    [[nodiscard]] bool takesBody(const RequestHead& head);
    [[nodiscard]] QByteArrayView unread() const;

    // connection_answer.cpp: handling and answering
    void execute();
    void refuse(const Refusal& refusal, bool close);
    void deliverAnswer(quint64 serial, Response response); // from any thread
    void answer(Response response);
    void write();
    void writeNext(Next next);
    void endAnswer();
    void pullChunk();
    void deliverChunk(quint64 serial, std::optional<QByteArray> chunk, bool failed); // from any thread
    void takeChunk(std::optional<QByteArray> chunk);
    [[nodiscard]] bool endsWithServer() const;

    std::shared_ptr<IoThread> m_io;
    std::shared_ptr<ConnectionContext> m_context;
    QByteArray m_peer;
    QString m_peerText;
    std::size_t m_index = 0;

    State m_state = State::Handshake;
    Next m_next = Next::EndAnswer;
    SteadyTime m_deadline = SteadyTime::max();

    QByteArray m_buffer; // m_begin..m_end is what was read and not yet used
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    bool m_reading = false;

    HeaderScanner m_scanner;
    RequestParser m_parser;
    Admitted m_admitted;
    std::optional<BodyBudget::Share> m_largeBody;
    QString m_requestId;
    bool m_close = false; // after this answer
    bool m_http10 = false;

    quint64 m_serial = 0; // of what is awaited from a handler; what comes for an older one is dropped
    Output m_output;
    std::shared_ptr<ChunkSource> m_stream;
    bool m_eventStream = false;
};

} // namespace holdfast::http
