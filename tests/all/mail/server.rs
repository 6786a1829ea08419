//! A mail server that misbehaves as told, on plain TCP, and notes which mails it took.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// What the server does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// Takes connections and never says a word.
    SilentAtConnect,
    /// Falls silent when the mail is there.
    SilentAfterData,
    /// Takes the mail, then hangs up before it says so.
    DroppedAfterDot,
    /// Refuses this recipient for good.
    Refuses(&'static str),
    /// Refuses this recipient for now.
    Busy(&'static str),
    /// Never answers to this recipient.
    Stuck(&'static str),
    /// Has no room for the mail.
    DiskFull,
    /// Takes every mail, but thinks about it for some milliseconds.
    Slow(u64),
}

/// A server that runs until the test ends.
pub struct Server {
    pub port: u16,
    taken: Receiver<String>,
    connections: Receiver<()>,
}

impl Server {
    pub fn start(fault: Fault) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("has an address").port();
        let (take, taken) = channel();
        let (connect, connections) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (take, _) = (take.clone(), connect.send(()));
                thread::spawn(move || serve(stream, fault, &take));
            }
        });
        Self { port, taken, connections }
    }

    /// Message-IDs of the mails taken so far, in order.
    pub fn taken(&self) -> Vec<String> {
        self.taken.try_iter().collect()
    }

    /// Connections made so far.
    pub fn connections(&self) -> usize {
        self.connections.try_iter().count()
    }
}

/// A port at which nobody listens.
pub fn closed_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("has an address").port()
}

/// Holds a connection open without a word until the other side gives up.
fn hang(reader: &mut impl BufRead) {
    let mut rest = Vec::new();
    let _ = reader.read_to_end(&mut rest);
}

fn serve(mut stream: TcpStream, fault: Fault, take: &Sender<String>) {
    let _ = stream.set_nodelay(true);
    let Ok(copy) = stream.try_clone() else { return };
    let mut reader = BufReader::new(copy);
    if fault == Fault::SilentAtConnect {
        return hang(&mut reader);
    }
    let mut say = move |words: &str| stream.write_all(format!("{words}\r\n").as_bytes()).is_ok();
    say("220 fault.test ESMTP");
    let mut line = String::new();
    while {
        line.clear();
        reader.read_line(&mut line).unwrap_or(0) > 0
    } {
        let command = line.trim_end().to_ascii_uppercase();
        let names = |address: &str| command.contains(&address.to_ascii_uppercase());
        let answer = match command.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-fault.test\r\n250 8BITMIME",
            "RCPT" => match fault {
                Fault::Refuses(address) if names(address) => "550 5.1.1 no such user here",
                Fault::Busy(address) if names(address) => "451 4.7.1 greylisted, come back",
                Fault::Stuck(address) if names(address) => return hang(&mut reader),
                _ => "250 fine",
            },
            "DATA" => {
                say("354 go on");
                let Some(id) = message_id(&mut reader) else { return };
                match fault {
                    Fault::SilentAfterData => return hang(&mut reader),
                    Fault::DiskFull => "452 4.3.1 insufficient system storage",
                    _ => {
                        if let Fault::Slow(milliseconds) = fault {
                            thread::sleep(std::time::Duration::from_millis(milliseconds));
                        }
                        let _ = take.send(id);
                        if fault == Fault::DroppedAfterDot {
                            return;
                        }
                        "250 taken"
                    }
                }
            }
            "QUIT" => {
                say("221 bye");
                return;
            }
            _ => "250 fine",
        };
        if !say(answer) {
            return;
        }
    }
}

/// Reads a mail to its final dot; none if it breaks off.
fn message_id(reader: &mut impl BufRead) -> Option<String> {
    let mut id = String::new();
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "." => return Some(id),
            text => {
                if let Some(value) = text.strip_prefix("Message-ID: ") {
                    id = value.trim_matches(['<', '>']).to_owned();
                }
            }
        }
    }
}
